package vermeer.ui.tuning.results;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vermeer.evaluation.Interval;
import vermeer.evaluation.curve.ClassCurve;
import vermeer.evaluation.curve.Curves;
import vermeer.evaluation.curve.OperatingPoint;
import vermeer.evaluation.curve.Trace;

/** ROC and precision-recall curves of the part in sight: one class before the others, or their mean. */
final class CurvesView extends VBox {
    private static final int FAINT = 12;
    private static final List<Double> TICKS = List.of(0.0, 0.5, 1.0);

    private final ComboBox<String> choice = new ComboBox<>();
    private final HBox plots = new HBox(6);
    private final Label now = FiguresView.quiet("");
    private final Label pointed = FiguresView.quiet("");
    private Curves curves;

    CurvesView(ResultsViewModel model) {
        super(6);
        choice.setId("curve-class");
        choice.setAccessibleText("Which class's curves");
        choice.setMaxWidth(220);
        choice.valueProperty().subscribe(this::show);
        now.setWrapText(true);
        now.setId("curve-now");
        pointed.setWrapText(true);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(8, FiguresView.title("How well it tells them apart"), space, choice);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, plots, now, pointed);
        model.curvesProperty().subscribe(this::take);
    }

    private void take(Curves found) {
        curves = found;
        boolean there = found != null && !found.classes().isEmpty();
        setVisible(there);
        setManaged(there);
        plots.getChildren().clear();
        if (there) {
            String before = choice.getValue();
            choice.getItems().setAll(Curves.MACRO);
            found.classes().forEach(each -> choice.getItems().add(each.name()));
            choice.setValue(null);
            choice.setValue(choice.getItems().contains(before) ? before : Curves.MACRO);
        }
    }

    private void show(String name) {
        if (name == null || curves == null) {
            return;
        }
        Optional<ClassCurve> chosen = curves.classes().stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
        Plot roc = new Plot(axis("false alarms"), axis("recall"));
        Plot precision = new Plot(axis("recall"), axis("precision"));
        roc.line(new double[] {0, 1}, new double[] {0, 1}, "plot-ideal");
        curves.classes().stream().limit(FAINT).forEach(each -> {
            line(roc, each.roc(), "plot-faint");
            line(precision, each.precisionRecall(), "plot-faint");
        });
        line(roc, chosen.map(ClassCurve::roc).orElseGet(curves::macroRoc), "plot-line");
        line(precision, chosen.map(ClassCurve::precisionRecall).orElseGet(curves::macroPrecisionRecall), "plot-line");
        Optional<OperatingPoint> point = chosen.flatMap(ClassCurve::now).filter(OperatingPoint::answered);
        point.ifPresent(each -> {
            dot(roc, each.alarmRate(), each.recall());
            dot(precision, each.recall(), each.precision());
        });
        chosen.ifPresent(each -> {
            Trace both = each.roc();
            roc.pointing(both.x(), both.y(), i -> pointed.setText(words(each.roc(), i, "false alarms", "recall")));
            Trace other = each.precisionRecall();
            precision.pointing(other.x(), other.y(), i -> pointed.setText(words(other, i, "recall", "precision")));
        });
        now.setText(point.map(CurvesView::words)
                .orElse("The bold line is the mean of the classes, thin ones are single"
                        + " classes; choose one to see where it is answered now."));
        pointed.setText(chosen.isPresent() ? "Point at a line for the threshold there." : "");
        plots.getChildren()
                .setAll(
                        figure(
                                "curve-roc",
                                roc,
                                "ROC area",
                                chosen.map(ClassCurve::rocArea).orElse(curves.macroRocArea())),
                        figure(
                                "curve-precision",
                                precision,
                                "Average precision",
                                chosen.map(ClassCurve::averagePrecision).orElse(curves.macroAveragePrecision())));
    }

    private static Node figure(String id, Plot plot, String area, Interval size) {
        plot.setId(id);
        plot.setPrefSize(190, 190);
        Label label = new Label(area + "\n" + size.number());
        label.getStyleClass().add("measure");
        label.setMinHeight(Region.USE_PREF_SIZE);
        plot.setAccessibleText(area + " " + size.number());
        VBox figure = new VBox(2, label, plot);
        HBox.setHgrow(figure, Priority.ALWAYS);
        return figure;
    }

    private static Plot.Axis axis(String title) {
        return new Plot.Axis(title, 0, 1, false, TICKS, value -> Math.round(100 * value) + " %");
    }

    private static void line(Plot plot, Trace trace, String style) {
        plot.line(trace.x(), trace.y(), style);
    }

    private static void dot(Plot plot, double x, double y) {
        plot.dots(new double[] {x}, new double[] {y}, "plot-now");
    }

    private static String words(OperatingPoint point) {
        return String.format(
                Locale.ROOT,
                "The dot is where it is answered now, from a probability of %.2f on: recall %.1f %%, precision %.1f %%,"
                        + " false alarms %.1f %%.",
                point.threshold(),
                100 * point.recall(),
                100 * point.precision(),
                100 * point.alarmRate());
    }

    private static String words(Trace trace, int at, String across, String up) {
        String threshold = Double.isNaN(trace.thresholds()[at])
                ? "No threshold is so strict"
                : String.format(Locale.ROOT, "From %.3f on", trace.thresholds()[at]);
        return String.format(
                Locale.ROOT,
                "%s: %s %.1f %%, %s %.1f %%.",
                threshold,
                across,
                100 * trace.x()[at],
                up,
                100 * trace.y()[at]);
    }
}
