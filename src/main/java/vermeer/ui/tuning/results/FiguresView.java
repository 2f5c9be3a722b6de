package vermeer.ui.tuning.results;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vermeer.evaluation.Calibration;
import vermeer.evaluation.ClassMeasures;
import vermeer.evaluation.EvaluatedPart;
import vermeer.evaluation.Evaluation;
import vermeer.evaluation.Interval;
import vermeer.evaluation.Measures;
import vermeer.evaluation.Subset;
import vermeer.evaluation.Subsets;

/** The figures of the part in sight: confusion, measures with intervals, reliability, subsets. */
final class FiguresView extends VBox {
    private static final int MOST_CLASSES = 40;
    private static final int MOST_SUBSETS = 6;

    private final ResultsViewModel model;
    private final VBox measures = new VBox(10);
    private final VBox reliability = new VBox(10);
    private final VBox subsets = new VBox(4);

    FiguresView(ResultsViewModel model) {
        this.model = model;
        getStyleClass().add("figures");
        getChildren()
                .addAll(
                        title("What was taken for what"),
                        new ConfusionView(model),
                        measures,
                        new CurvesView(model),
                        reliability,
                        subsets);
        model.partProperty().subscribe(part -> {
            measures.getChildren().clear();
            reliability.getChildren().clear();
            subsets.getChildren().clear();
            if (part != null) {
                show(part);
                subsets();
            }
        });
        model.tagging().tagsProperty().subscribe(tags -> {
            if (model.judgedProperty().get() != null) {
                subsets();
            }
        });
    }

    private void show(EvaluatedPart part) {
        Measures of = part.measures();
        GridPane grid = new GridPane();
        grid.getStyleClass().add("measures");
        grid.setId("measures");
        row(grid, 0, "Accuracy", of.accuracy().percent(), "the share of right answers");
        row(grid, 1, "Balanced accuracy", of.balancedAccuracy().percent(), "the mean of the classes' recalls");
        row(grid, 2, "F1, mean of classes", of.macroF1().number(), "harmonic mean of precision and recall");
        row(grid, 3, "Loss", of.loss().number(), "mean cross-entropy in nats; lower is better");
        row(grid, 4, "Calibration error", of.calibrationError().percent(), "how far confidence is from accuracy");
        part.cost().ifPresent(cost -> {
            row(grid, 5, "Cost a photo", cost.probable().number(), "where the most probable class is the answer");
            row(grid, 6, "Cost, weighed", cost.cheapest().number(), "where the answer with the least expected cost is");
        });
        measures.getChildren().addAll(title("Measures, with 95 % intervals"), grid, classes(of.perClass()));
        reliability.getChildren().addAll(title("Is its confidence deserved?"), reliability(part), calibration(part));
    }

    private static Node classes(List<ClassMeasures> classes) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("measures");
        List<String> header = List.of("Class", "Photos", "Precision", "Recall", "ROC area");
        for (int column = 0; column < header.size(); column++) {
            Label title = quiet(header.get(column));
            title.setMinWidth(Region.USE_PREF_SIZE);
            grid.add(title, column, 0);
        }
        int row = 1;
        for (ClassMeasures each : classes.stream()
                .filter(c -> c.pictures() > 0)
                .limit(MOST_CLASSES)
                .toList()) {
            Label name = new Label(each.name());
            name.setMinWidth(40);
            name.setMaxWidth(120);
            grid.add(name, 0, row);
            grid.add(new Label(Integer.toString(each.pictures())), 1, row);
            grid.add(measure(percent(each.precision()), each.precision().percent()), 2, row);
            grid.add(measure(percent(each.recall()), each.recall().percent()), 3, row);
            grid.add(measure(number(each.rocArea()), each.rocArea().number()), 4, row);
            row++;
        }
        return grid;
    }

    private static Node reliability(EvaluatedPart part) {
        List<Double> ticks = List.of(0.0, 0.25, 0.5, 0.75, 1.0);
        Plot.Axis confidence = new Plot.Axis("confidence", 0, 1, false, ticks, FiguresView::percent);
        Plot.Axis accuracy = new Plot.Axis("right answers", 0, 1, false, ticks, FiguresView::percent);
        Plot plot = new Plot(confidence, accuracy);
        plot.setId("reliability");
        plot.setPrefHeight(210);
        List<Calibration.Bin> filled = part.calibration().bins().stream()
                .filter(bin -> bin.pictures() > 0)
                .toList();
        for (Calibration.Bin bin : filled) {
            plot.bar(bin.from(), bin.to(), bin.accuracy().value(), "plot-bar");
            plot.whisker(bin.confidence(), bin.accuracy().low(), bin.accuracy().high(), "plot-whisker");
        }
        plot.line(new double[] {0, 1}, new double[] {0, 1}, "plot-ideal");
        plot.dots(
                filled.stream().mapToDouble(Calibration.Bin::confidence).toArray(),
                filled.stream().mapToDouble(bin -> bin.accuracy().value()).toArray(),
                "plot-dot");
        return plot;
    }

    private Node calibration(EvaluatedPart part) {
        double surer = part.calibration().overconfidence();
        double temperature =
                model.judgedProperty().get().evaluation().temperature().value();
        String how = Math.abs(surer) < 0.02
                ? "On average it is as sure as it should be."
                : String.format(
                        Locale.ROOT,
                        "On average it is %.0f points %s than it should be.",
                        100 * Math.abs(surer),
                        surer > 0 ? "surer" : "less sure");
        Label label = quiet(String.format(
                Locale.ROOT,
                "%s Dividing its logits by %.2f calibrates it; Hand on can make that part of the file.",
                how,
                temperature));
        label.setWrapText(true);
        return label;
    }

    /** Of the judged part, with the tags as they are now. */
    private void subsets() {
        Evaluation evaluation = model.judgedProperty().get().evaluation();
        Subsets found = evaluation
                .subsets()
                .withTags(
                        evaluation.judged().predictions(),
                        Tagging.lists(model.tagging().tagsProperty().get()));
        subsets.getChildren().setAll(title("Where it does worse"));
        String worst = found.worst()
                .map(subset -> String.format(
                        Locale.ROOT,
                        "Would gain most if fixed: %s, %s. If it did as well as the rest, the error would fall by %.1f"
                                + " points.",
                        subset.kind(),
                        subset.name(),
                        100 * subset.gain()))
                .orElse("No subset does worse than chance explains. The largest differences:");
        Label label = quiet(worst);
        label.setWrapText(true);
        label.setId("worst-subset");
        subsets.getChildren().add(label);
        found.all().stream()
                .filter(subset -> subset.gain() > 0)
                .limit(MOST_SUBSETS)
                .forEach(subset -> subsets.getChildren().add(line(subset)));
    }

    private Node line(Subset subset) {
        Button button = new Button(subset.kind() + ": " + subset.name() + "   " + percent(subset.error()) + " wrong of "
                + subset.members().length);
        button.getStyleClass().addAll("subset", "flat");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setTooltip(new Tooltip("Error " + subset.error().percent() + ". Click to list its photos."));
        button.setOnAction(pressed -> model.subset(subset));
        return button;
    }

    private static void row(GridPane grid, int row, String name, String value, String meaning) {
        Label label = new Label(name);
        label.setMinWidth(Region.USE_PREF_SIZE);
        grid.add(label, 0, row);
        grid.add(measure(value, meaning), 1, row);
    }

    private static Label measure(String text, String more) {
        Label label = new Label(text);
        label.getStyleClass().add("measure");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setTooltip(new Tooltip(more));
        return label;
    }

    /** {@code 94 % (86–98)}. */
    private static String percent(Interval interval) {
        return interval.known()
                ? String.format(
                        Locale.ROOT,
                        "%.0f %% (%.0f–%.0f)",
                        100 * interval.value(),
                        100 * interval.low(),
                        100 * interval.high())
                : "–";
    }

    private static String number(Interval interval) {
        return interval.known()
                ? String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", interval.value(), interval.low(), interval.high())
                : "–";
    }

    private static String percent(double share) {
        return Arrays.asList(0.0, 0.5, 1.0).contains(share)
                ? Math.round(100 * share) + " %"
                : Long.toString(Math.round(100 * share));
    }

    static Label title(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("part-title");
        return label;
    }

    static Label quiet(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("quiet");
        return label;
    }
}
