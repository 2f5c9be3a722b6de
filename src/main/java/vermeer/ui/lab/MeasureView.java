package vermeer.ui.lab;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import vermeer.attack.EpsilonCurve;

/** The page of measuring: the epsilon-accuracy curve of the open pictures, with its numbers. */
final class MeasureView extends BorderPane {
    private final GridPane table = new GridPane();
    private final CurveChart chart = new CurveChart();

    MeasureView(MeasureViewModel model) {
        Button run = new Button("Measure the open pictures", new FontIcon(MaterialDesignC.CHART_LINE));
        run.setId("measure-run");
        run.setDefaultButton(true);
        run.setMinWidth(USE_PREF_SIZE);
        run.setOnAction(pressed -> model.run());
        run.disableProperty().bind(model.runningProperty());
        Button stop = new Button("Stop");
        stop.setOnAction(pressed -> model.cancel());
        stop.visibleProperty().bind(model.runningProperty());
        HBox line = new HBox(10, run, stop);
        line.setAlignment(Pos.CENTER_LEFT);
        Label about =
                new Label("How many of the open pictures keep the network's own answer under the attack of the page"
                        + " Attack, as epsilon grows. Only results rounded to 8 bits count, so an epsilon below 0.5"
                        + " changes nothing. The band is the 95 % confidence interval (Wilson).");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        Label title = new Label();
        title.getStyleClass().add("panel-title");
        title.textProperty().bind(model.titleProperty());
        table.getStyleClass().add("defence-table");
        table.setId("curve-table");
        VBox.setVgrow(chart, Priority.ALWAYS);
        VBox page = new VBox(14, about, line, title, chart, table);
        page.getStyleClass().add("defence-page");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        setCenter(scroll);
        model.curveProperty().subscribe(this::show);
    }

    private void show(EpsilonCurve curve) {
        chart.show(curve);
        table.getChildren().clear();
        if (curve == null) {
            return;
        }
        table.addRow(
                0, heading("Epsilon"), heading("Keep their answer"), heading("Before rounding"), heading("Pictures"));
        for (EpsilonCurve.Point point : curve.points()) {
            table.addRow(
                    table.getRowCount(),
                    new Label(CorruptionViewModel.plain(point.epsilon())),
                    new Label(point.accuracy().percent()),
                    new Label(point.accuracyUnrounded().percent()),
                    new Label(Integer.toString(point.pictures())));
        }
    }

    private static Label heading(String text) {
        Label heading = new Label(text);
        heading.getStyleClass().add("heading");
        return heading;
    }
}
