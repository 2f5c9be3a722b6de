package vermeer.ui.tuning.run;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.util.StringConverter;
import vermeer.train.RateCurve;

/** The loss over learning rates, whose axis is logarithmic, with the proposed rate and the chosen one as upright lines. */
final class RateChart extends LineChart<Number, Number> {
    private RateCurve curve = new RateCurve(List.of(), 0);

    /** @param onChosen told the rate at which a user clicks */
    RateChart(DoubleConsumer onChosen) {
        super(new NumberAxis(), new NumberAxis());
        setId("rate-chart");
        getStyleClass().add("rate-chart");
        setAnimated(false);
        setCreateSymbols(false);
        setMinSize(180, 190);
        setPrefHeight(220);
        setAccessibleText("The loss at rising learning rates; a click takes a rate");
        NumberAxis rates = rates();
        rates.setLabel("learning rate (logarithmic)");
        rates.setMinorTickVisible(false);
        rates.setAutoRanging(false);
        rates.setTickUnit(1);
        rates.setTickLabelFormatter(new Powers());
        NumberAxis losses = (NumberAxis) getYAxis();
        losses.setLabel("loss (nats)");
        losses.setMinorTickVisible(false);
        losses.setForceZeroInRange(false);
        setOnMouseClicked(clicked -> {
            double x =
                    rates.sceneToLocal(clicked.getSceneX(), clicked.getSceneY()).getX();
            if (!curve.points().isEmpty() && x >= 0 && x <= rates.getWidth()) {
                onChosen.accept(Math.pow(10, rates.getValueForDisplay(x).doubleValue()));
            }
        });
    }

    private NumberAxis rates() {
        return (NumberAxis) getXAxis();
    }

    /** Draws a curve. */
    void show(RateCurve shown, double chosen) {
        curve = shown;
        rates().setLowerBound(Math.floor(Math.log10(shown.points().get(0).rate())));
        rates().setUpperBound(Math.ceil(
                Math.log10(shown.points().get(shown.points().size() - 1).rate())));
        XYChart.Series<Number, Number> losses = new XYChart.Series<>();
        losses.setName("loss");
        shown.points().forEach(point -> losses.getData()
                .add(new XYChart.Data<Number, Number>(Math.log10(point.rate()), point.loss())));
        getData()
                .setAll(List.of(
                        losses, upright("proposed " + text(shown.proposed()), shown.proposed()), upright("", chosen)));
        choose(chosen);
    }

    /** Marks another rate as the chosen one. */
    void choose(double rate) {
        if (getData().size() == 3) {
            XYChart.Series<Number, Number> marked = upright("chosen " + text(rate), rate);
            getData().get(2).setName(marked.getName());
            getData().get(2).getData().setAll(marked.getData());
        }
    }

    private XYChart.Series<Number, Number> upright(String name, double rate) {
        double low =
                curve.points().stream().mapToDouble(RateCurve.Point::loss).min().orElse(0);
        double high =
                curve.points().stream().mapToDouble(RateCurve.Point::loss).max().orElse(1);
        double at = Math.max(rates().getLowerBound(), Math.min(rates().getUpperBound(), Math.log10(rate)));
        XYChart.Series<Number, Number> line = new XYChart.Series<>();
        line.setName(name);
        line.getData().add(new XYChart.Data<Number, Number>(at, low));
        line.getData().add(new XYChart.Data<Number, Number>(at, high));
        return line;
    }

    private static String text(double rate) {
        return String.format(Locale.ROOT, "%.1e", rate);
    }

    /** Writes the rate whose logarithm a tick stands at. */
    private static final class Powers extends StringConverter<Number> {
        @Override
        public String toString(Number exponent) {
            return "1e" + Math.round(exponent.doubleValue());
        }

        @Override
        public Number fromString(String text) {
            return Double.parseDouble(text.substring(2));
        }
    }
}
