package vermeer.ui.trust;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import vermeer.report.Chart;
import vermeer.report.Judgement;
import vermeer.trust.Randomisation;

/** Everything that was measured of the map in sight: the numbers, the curves, the randomisation test. */
final class MeasuresView extends VBox {
    private static final double GAP = 14;
    private static final double TWO_CHARTS = 620;

    private final TrustViewModel model;
    private final RandomisationViewModel randomisation;
    private final FlowPane charts = new FlowPane(GAP, GAP);
    private final FlowPane randomised = new FlowPane(GAP, GAP);

    MeasuresView(TrustViewModel model, RandomisationViewModel randomisation) {
        this.model = model;
        this.randomisation = randomisation;
        getStyleClass().add("measures");
        VBox table = new VBox(MeasureRowView.header());
        model.rows().forEach(row -> {
            table.getChildren().add(new MeasureRowView(row, model));
            row.judgementProperty().subscribe(judgement -> drawCurves());
        });
        getChildren()
                .addAll(
                        part("Measures", measureButton()),
                        table,
                        charts,
                        part("Randomisation test", testButton()),
                        sentence(),
                        randomised);
        randomisation.verdictProperty().subscribe(this::drawVerdict);
        // otherwise the charts' own width would keep the page from becoming narrower
        charts.setMinWidth(0);
        randomised.setMinWidth(0);
        widthProperty().subscribe(width -> fitCharts());
    }

    private static HBox part(String title, Node button) {
        Label heading = new Label(title);
        heading.getStyleClass().add("part-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox part = new HBox(10, heading, space, button);
        part.getStyleClass().add("part");
        return part;
    }

    private Button measureButton() {
        Button button = new Button();
        button.setId("measure-all");
        button.getStyleClass().add(Styles.ACCENT);
        button.disableProperty().bind(model.mapProperty().isNull());
        model.busyProperty().subscribe(busy -> {
            button.setText(busy ? "Stop" : "Measure all");
            button.setGraphic(new FontIcon(busy ? MaterialDesignC.CLOSE : MaterialDesignS.SCALE_BALANCE));
            button.setOnAction(pressed -> {
                if (busy) {
                    model.cancel();
                } else {
                    model.measure();
                }
            });
        });
        return button;
    }

    private Button testButton() {
        Button button = new Button();
        button.setId("randomise");
        randomisation.busyProperty().subscribe(busy -> {
            button.setText(busy ? "Stop" : "Test the method");
            button.setOnAction(pressed -> {
                if (busy) {
                    randomisation.cancel();
                } else {
                    randomisation.test();
                }
            });
        });
        model.mapProperty().subscribe(map -> button.setDisable(!randomisation.available()));
        return button;
    }

    private Label sentence() {
        Label sentence = new Label();
        sentence.setId("randomisation-sentence");
        sentence.setWrapText(true);
        sentence.textProperty().bind(randomisation.sentenceProperty());
        return sentence;
    }

    private void drawCurves() {
        List<Node> drawn = new ArrayList<>();
        model.rows().forEach(row -> {
            Judgement judgement = row.judgementProperty().get();
            if (judgement != null && model.mapProperty().get() != null) {
                Chart chart = Chart.of(judgement, model.mapProperty().get().target());
                if (!chart.lines().isEmpty()) {
                    drawn.add(new ChartView(chart));
                }
            }
        });
        charts.getChildren().setAll(drawn);
        fitCharts();
    }

    private void drawVerdict(Randomisation.Verdict verdict) {
        randomised.getChildren().clear();
        if (verdict != null) {
            randomised.getChildren().add(new ChartView(Chart.of(verdict)));
            fitCharts();
        }
    }

    private void fitCharts() {
        double room = getWidth() - 2 * GAP;
        double each = room > TWO_CHARTS ? Math.floor((room - GAP) / 2) - 1 : room;
        for (FlowPane pane : List.of(charts, randomised)) {
            for (Node chart : pane.getChildren()) {
                ((Region) chart).setPrefWidth(Math.max(240, Math.min(520, each)));
            }
        }
    }
}
