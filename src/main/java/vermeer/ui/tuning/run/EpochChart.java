package vermeer.ui.tuning.run;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import vermeer.train.EpochReport;
import vermeer.train.EpochReport.Measured;

/** One measure of train, train-dev and dev over the epochs. */
final class EpochChart extends LineChart<Number, Number> {
    private static final int TICKS = 8;
    private static final double PERCENT_STEP = 5;

    private final ToDoubleFunction<Measured> value;
    private final boolean percent;

    /** @param percent whether values are percent, so that the axis ends at 100 */
    EpochChart(String title, ToDoubleFunction<Measured> value, boolean percent) {
        super(new NumberAxis(), new NumberAxis());
        this.value = value;
        this.percent = percent;
        setTitle(title);
        setAnimated(false);
        setCreateSymbols(false);
        setMinSize(200, 170);
        setPrefHeight(260);
        NumberAxis epochs = (NumberAxis) getXAxis();
        epochs.setLabel("epoch");
        epochs.setMinorTickVisible(false);
        epochs.setAutoRanging(false);
        NumberAxis values = (NumberAxis) getYAxis();
        values.setMinorTickVisible(false);
        values.setForceZeroInRange(!percent);
        values.setAutoRanging(!percent);
    }

    /** Draws these epochs. */
    void show(List<EpochReport> reports) {
        if (reports.isEmpty()) {
            getData().clear();
            return;
        }
        line(0, "train", reports, EpochReport::train);
        line(1, "dev", reports, EpochReport::dev);
        line(2, "train-dev", reports, EpochReport::trainDev);
        int planned = Math.max(2, reports.get(0).epochs());
        NumberAxis epochs = (NumberAxis) getXAxis();
        epochs.setLowerBound(1);
        epochs.setUpperBound(planned);
        epochs.setTickUnit(Math.max(1, Math.ceil((planned - 1.0) / TICKS)));
        if (percent) {
            double least = getData().stream()
                    .flatMap(series -> series.getData().stream())
                    .mapToDouble(point -> point.getYValue().doubleValue())
                    .min()
                    .orElse(0);
            NumberAxis values = (NumberAxis) getYAxis();
            values.setUpperBound(100);
            double step = least < 50 ? 2 * PERCENT_STEP : PERCENT_STEP;
            values.setLowerBound(Math.min(100 - 2 * PERCENT_STEP, step * Math.floor(least / step)));
            values.setTickUnit(step);
        }
    }

    /** A split without pictures has no line; train-dev comes last, because it is often missing. */
    private void line(int place, String name, List<EpochReport> reports, Function<EpochReport, Measured> split) {
        if (split.apply(reports.get(0)).pictures() == 0) {
            return;
        }
        while (getData().size() <= place) {
            getData().add(new XYChart.Series<>());
        }
        XYChart.Series<Number, Number> series = getData().get(place);
        if (!name.equals(series.getName())) {
            series.setName(name);
        }
        series.getData()
                .setAll(reports.stream()
                        .map(report -> new XYChart.Data<Number, Number>(
                                report.epoch(), value.applyAsDouble(split.apply(report))))
                        .toList());
    }
}
