package vermeer.report;

import java.io.IOException;
import java.util.List;
import vermeer.trust.Curve;

/**
 * Draws a chart: axes with numbers, a grid, the curves and a legend. Window, HTML and PDF draw with this one class.
 *
 * @param width of the drawing, in units in which the text is {@link #TEXT} high
 * @param height of the drawing, in the same units
 */
public record ChartDrawing(Chart chart, double width, double height) {
    /** The size of the text. */
    public static final double TEXT = 11;

    private static final double LEFT = 40;
    private static final double RIGHT = 18;
    private static final double TOP = 22;
    private static final double BELOW_AXIS = 38;
    private static final double LEGEND_ROW = 16;
    private static final double SWATCH = 20;
    private static final int IN_A_ROW = 2;

    public void draw(ChartPen pen) throws IOException {
        ChartAxis up = up();
        pen.text(chart.up(), 2, TEXT, ChartPen.Align.START);
        for (double tick : up.ticks()) {
            pen.rule(LEFT, y(up, tick), width - RIGHT, y(up, tick), tick == up.low());
            pen.text(up.label(tick), LEFT - 5, y(up, tick) + TEXT * 0.35, ChartPen.Align.END);
        }
        for (int percent = 0; percent <= 100; percent += 20) {
            pen.text(percent + " %", x(percent / 100.0), bottom() + TEXT + 4, ChartPen.Align.MIDDLE);
        }
        pen.text(chart.across(), (LEFT + width - RIGHT) / 2, bottom() + 2 * TEXT + 8, ChartPen.Align.MIDDLE);
        if (chart.limit().isPresent()) {
            double limit = y(up, chart.limit().getAsDouble());
            pen.line(new double[] {LEFT, width - RIGHT}, new double[] {limit, limit}, Chart.Ink.RANDOM, true);
        }
        // the map's own curve last, so that none of the controls' hides it
        for (int i = chart.lines().size() - 1; i >= 0; i--) {
            Chart.Line line = chart.lines().get(i);
            curve(pen, up, line);
        }
        legend(pen);
    }

    private void curve(ChartPen pen, ChartAxis up, Chart.Line line) throws IOException {
        float[] shares = line.curve().shares();
        double[] x = new double[shares.length];
        double[] y = new double[shares.length];
        for (int i = 0; i < shares.length; i++) {
            x[i] = x(shares[i]);
            y[i] = y(up, line.curve().values()[i]);
        }
        pen.line(x, y, line.ink(), line.dashed());
    }

    private void legend(ChartPen pen) throws IOException {
        List<Chart.Line> named = named();
        double column = (width - LEFT - RIGHT) / IN_A_ROW;
        for (int i = 0; i < named.size(); i++) {
            double x = LEFT + i % IN_A_ROW * column;
            double baseline = bottom() + BELOW_AXIS + (i / IN_A_ROW + 0.75) * LEGEND_ROW;
            double middle = baseline - TEXT * 0.35;
            pen.line(
                    new double[] {x, x + SWATCH},
                    new double[] {middle, middle},
                    named.get(i).ink(),
                    named.get(i).dashed());
            pen.text(named.get(i).name(), x + SWATCH + 5, baseline, ChartPen.Align.START);
        }
    }

    private List<Chart.Line> named() {
        return chart.lines().stream().filter(line -> !line.name().isEmpty()).toList();
    }

    private ChartAxis up() {
        double least = 0;
        double most = chart.limit().orElse(0);
        for (Chart.Line line : chart.lines()) {
            Curve curve = line.curve();
            for (float value : curve.values()) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        return ChartAxis.holding(least, most);
    }

    private double bottom() {
        int rows = (named().size() + IN_A_ROW - 1) / IN_A_ROW;
        return height - BELOW_AXIS - rows * LEGEND_ROW;
    }

    private double x(double share) {
        return LEFT + share * (width - LEFT - RIGHT);
    }

    private double y(ChartAxis up, double value) {
        return bottom() - up.share(value) * (bottom() - TOP);
    }
}
