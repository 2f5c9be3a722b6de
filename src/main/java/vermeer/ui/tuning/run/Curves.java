package vermeer.ui.tuning.run;

import java.util.function.ToDoubleFunction;
import javafx.collections.ListChangeListener;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import vermeer.train.EpochReport;
import vermeer.train.EpochReport.Measured;

/** Loss and accuracy over the epochs, as they come. */
final class Curves extends HBox {
    private final XYChart.Series<Number, Number> trainLoss = series("train");
    private final XYChart.Series<Number, Number> trainDevLoss = series("train-dev");
    private final XYChart.Series<Number, Number> devLoss = series("dev");
    private final XYChart.Series<Number, Number> trainAccuracy = series("train");
    private final XYChart.Series<Number, Number> trainDevAccuracy = series("train-dev");
    private final XYChart.Series<Number, Number> devAccuracy = series("dev");

    Curves(RunViewModel model) {
        getStyleClass().add("run-curves");
        LineChart<Number, Number> loss = chart("Loss (nats)");
        loss.getData().add(trainLoss);
        loss.getData().add(trainDevLoss);
        loss.getData().add(devLoss);
        LineChart<Number, Number> accuracy = chart("Accuracy (%)");
        accuracy.getData().add(trainAccuracy);
        accuracy.getData().add(trainDevAccuracy);
        accuracy.getData().add(devAccuracy);
        HBox.setHgrow(loss, Priority.ALWAYS);
        HBox.setHgrow(accuracy, Priority.ALWAYS);
        getChildren().addAll(loss, accuracy);
        model.epochs().addListener((ListChangeListener<EpochReport>) change -> show(model));
        show(model);
    }

    private static XYChart.Series<Number, Number> series(String name) {
        XYChart.Series<Number, Number> series = new XYChart.Series<>();
        series.setName(name);
        return series;
    }

    private static LineChart<Number, Number> chart(String title) {
        NumberAxis epochs = new NumberAxis();
        epochs.setLabel("epoch");
        epochs.setForceZeroInRange(false);
        epochs.setMinorTickVisible(false);
        NumberAxis values = new NumberAxis();
        values.setForceZeroInRange(false);
        values.setMinorTickVisible(false);
        LineChart<Number, Number> chart = new LineChart<>(epochs, values);
        chart.setTitle(title);
        chart.setAnimated(false);
        chart.setCreateSymbols(false);
        chart.setMinSize(200, 170);
        chart.setPrefHeight(260);
        return chart;
    }

    private void show(RunViewModel model) {
        fill(model, trainLoss, EpochReport::train, Measured::loss, 1);
        fill(model, trainDevLoss, EpochReport::trainDev, Measured::loss, 1);
        fill(model, devLoss, EpochReport::dev, Measured::loss, 1);
        fill(model, trainAccuracy, EpochReport::train, Measured::accuracy, 100);
        fill(model, trainDevAccuracy, EpochReport::trainDev, Measured::accuracy, 100);
        fill(model, devAccuracy, EpochReport::dev, Measured::accuracy, 100);
    }

    private static void fill(
            RunViewModel model,
            XYChart.Series<Number, Number> series,
            java.util.function.Function<EpochReport, Measured> split,
            ToDoubleFunction<Measured> value,
            double factor) {
        series.getData()
                .setAll(model.epochs().stream()
                        .filter(report -> split.apply(report).pictures() > 0)
                        .map(report -> new XYChart.Data<Number, Number>(
                                report.epoch(), factor * value.applyAsDouble(split.apply(report))))
                        .toList());
    }
}
