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
    /** The column of what folders' names tell. */
    private static final int LABELS = 4;

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
                        + " changes nothing. The band is the 95 % confidence interval (Wilson). Where pictures lie in"
                        + " folders named like classes, the table also tells how many are right by these labels.");
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
        if (curve.labelled() > 0) {
            table.add(heading("Right by label"), LABELS, 0);
            table.addRow(1, new Label("no attack"));
            table.add(new Label(curve.cleanLabelAccuracy().percent() + ", of " + curve.labelled()), LABELS, 1);
        }
        for (EpsilonCurve.Point point : curve.points()) {
            table.addRow(
                    table.getRowCount(),
                    new Label(CorruptionViewModel.plain(point.epsilon())),
                    new Label(point.accuracy().percent()),
                    new Label(point.accuracyUnrounded().percent()),
                    new Label(Integer.toString(point.pictures())));
            if (point.labelled() > 0) {
                table.add(new Label(point.labelAccuracy().percent()), LABELS, table.getRowCount() - 1);
            }
        }
    }

    private static Label heading(String text) {
        Label heading = new Label(text);
        heading.getStyleClass().add("heading");
        return heading;
    }
}
