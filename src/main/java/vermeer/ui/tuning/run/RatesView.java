package vermeer.ui.tuning.run;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vermeer.train.RateCurve;

/** Finding a learning rate: a button, how far it is, and the curve, on which a click takes a rate. */
final class RatesView extends VBox {
    private final RunViewModel model;
    private final RatesViewModel rates;
    private final Button find = new Button("Find a learning rate");
    private final Button cancel = new Button("Cancel");
    private final ProgressBar bar = new ProgressBar(0);
    private final RateChart chart;
    private final Label said = new Label();
    private final Button take = new Button();

    RatesView(RunViewModel model) {
        super(6);
        this.model = model;
        this.rates = model.rates();
        this.chart = new RateChart(model::takeRate);
        getStyleClass().add("rates");
        find.setId("find-rate");
        find.getStyleClass().add(Styles.SMALL);
        find.setMinWidth(USE_PREF_SIZE);
        find.setOnAction(pressed -> model.findRate());
        cancel.setId("cancel-rate");
        cancel.getStyleClass().add(Styles.SMALL);
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(pressed -> rates.cancel());
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        bar.progressProperty().bind(rates.shareProperty());
        take.setId("take-rate");
        take.getStyleClass().add(Styles.SMALL);
        said.getStyleClass().add("quiet");
        said.setWrapText(true);
        said.setMinHeight(USE_PREF_SIZE);
        HBox line = new HBox(8, find, bar, cancel);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, chart, take, said);
        rates.busyProperty().subscribe(busy -> show());
        rates.curveProperty().subscribe(curve -> show());
        rates.problemProperty().subscribe(problem -> show());
        model.cuts().cutsProperty().subscribe(cuts -> show());
        model.settingsProperty().subscribe(settings -> chart.choose(settings.learningRate()));
    }

    private void show() {
        boolean busy = rates.busyProperty().get();
        RateCurve curve = rates.curveProperty().get();
        boolean there = curve != null && !curve.points().isEmpty();
        find.setDisable(busy || model.cuts().cutsProperty().isEmpty());
        Shown.when(bar, busy);
        Shown.when(cancel, busy);
        Shown.when(chart, there);
        Shown.when(take, there);
        boolean wrong = !rates.problemProperty().get().isEmpty();
        said.getStyleClass().remove("problem");
        if (wrong) {
            said.getStyleClass().add("problem");
        }
        said.setText(
                wrong
                        ? rates.problemProperty().get()
                        : busy
                                ? "A copy of what is trained takes 60 steps at rising rates …"
                                : there ? "Click on the curve to take a rate yourself." : "");
        Shown.when(said, !said.getText().isEmpty());
        if (there) {
            chart.show(curve, model.settingsProperty().get().learningRate());
            String proposed = String.format(Locale.ROOT, "%.1e", curve.proposed());
            take.setText("Take the proposed rate, " + proposed);
            take.setOnAction(pressed -> model.takeRate(curve.proposed()));
        }
    }
}
