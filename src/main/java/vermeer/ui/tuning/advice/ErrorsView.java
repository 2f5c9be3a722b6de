package vermeer.ui.tuning.advice;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import vermeer.advice.Advice;
import vermeer.advice.ErrorCount;
import vermeer.advice.Gap;
import vermeer.advice.HumanLevel;
import vermeer.data.Split;
import vermeer.evaluation.Interval;

/** The errors from human level to test as bars with their intervals, and the gaps between them by name. */
final class ErrorsView extends VBox {
    private static final double SMALLEST_SCALE = 0.05;

    private final AdviceViewModel model;
    private final GridPane grid = new GridPane();

    ErrorsView(AdviceViewModel model) {
        super(8);
        this.model = model;
        grid.getStyleClass().add("errors");
        grid.setId("errors");
        ColumnConstraints name = new ColumnConstraints();
        name.setMinWidth(96);
        ColumnConstraints bar = new ColumnConstraints(90, 220, Double.MAX_VALUE);
        bar.setHgrow(Priority.ALWAYS);
        ColumnConstraints text = new ColumnConstraints();
        text.setMinWidth(Region.USE_PREF_SIZE);
        grid.getColumnConstraints().addAll(name, bar, text);
        Label title = new Label("Errors, from people to test");
        title.getStyleClass().add("part-title");
        getChildren().addAll(title, grid);
        model.adviceProperty().subscribe(this::show);
    }

    private void show(Advice advice) {
        grid.getChildren().clear();
        if (advice == null) {
            return;
        }
        HumanLevel human = model.humanProperty().get();
        double scale = Math.max(SMALLEST_SCALE, human.error().high());
        for (ErrorCount count : model.errorsProperty().get().counts().values()) {
            scale = Math.max(scale, count.rate().high());
        }
        error(0, "people", human.error(), scale, human.source(), "human");
        int row = 1;
        for (Split split : Split.values()) {
            Optional<ErrorCount> count = model.errorsProperty().get().of(split);
            if (count.isPresent()) {
                Optional<Gap> gap = advice.gaps().stream()
                        .filter(each -> each.to().equals(split.text()))
                        .findFirst();
                if (gap.isPresent()) {
                    gap(row++, gap.get(), advice.step().equals(gap));
                }
                String pictures = count.get().errors() + " of " + count.get().pictures();
                error(row++, split.text(), count.get().rate(), scale, pictures, "split-" + split.text());
            }
        }
    }

    private void error(int row, String name, Interval error, double scale, String source, String style) {
        grid.add(new Label(name), 0, row);
        grid.add(bar(error, scale, style), 1, row);
        Label text = new Label(String.format(Locale.ROOT, "%.1f %%", 100 * error.value()) + "   " + source);
        text.getStyleClass().add("quiet");
        grid.add(text, 2, row);
    }

    private void gap(int row, Gap gap, boolean step) {
        Label text =
                new Label("↳ " + gap.kind().title() + ": " + gap.points() + (gap.clear() ? "" : ", " + gap.doubt()));
        text.getStyleClass().add(step ? "gap-step" : "gap");
        text.setWrapText(true);
        grid.add(text, 1, row, 2, 1);
    }

    private static Node bar(Interval error, double scale, String style) {
        Rectangle value = new Rectangle(0, 16);
        value.getStyleClass().addAll("error-bar", style);
        value.setArcHeight(4);
        value.setArcWidth(4);
        Line interval = new Line(0, 8, 0, 8);
        interval.getStyleClass().add("plot-whisker");
        Pane pane = new Pane(value, interval);
        pane.setMinHeight(16);
        pane.setMaxHeight(16);
        pane.setAccessibleText(error.percent());
        pane.widthProperty().subscribe(width -> {
            double unit = width.doubleValue() / scale;
            value.setWidth(Math.max(2, error.value() * unit));
            interval.setStartX(error.low() * unit);
            interval.setEndX(error.high() * unit);
            interval.setVisible(error.high() > error.low());
        });
        return pane;
    }
}
