package vermeer.report;

import java.io.IOException;
import java.util.Locale;

/** A chart in an HTML page, as vector graphics whose colours follow the page's light or dark. */
record HtmlChart(Markup html) implements ChartPen {
    private static final double WIDTH = 360;
    private static final double HEIGHT = 250;

    void draw(Chart chart) throws IOException {
        html.open("figure", "class", "chart").element("h3", chart.title());
        html.open(
                "svg",
                "viewBox",
                String.format(Locale.ROOT, "0 0 %.0f %.0f", WIDTH, HEIGHT),
                "role",
                "img",
                "aria-label",
                chart.title() + ": " + chart.up() + " over " + chart.across());
        new ChartDrawing(chart, WIDTH, HEIGHT).draw(this);
        html.close();
        if (!chart.note().isEmpty()) {
            html.open("figcaption").element("p", chart.note()).close();
        }
        html.close();
    }

    @Override
    public void rule(double fromX, double fromY, double toX, double toY, boolean axis) throws IOException {
        html.open(
                        "line",
                        "class",
                        axis ? "axis" : "grid",
                        "x1",
                        number(fromX),
                        "y1",
                        number(fromY),
                        "x2",
                        number(toX),
                        "y2",
                        number(toY))
                .close();
    }

    @Override
    public void line(double[] x, double[] y, Chart.Ink ink, boolean dashed) throws IOException {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < x.length; i++) {
            points.append(i == 0 ? "" : " ").append(number(x[i])).append(',').append(number(y[i]));
        }
        html.open(
                        "polyline",
                        "class",
                        "curve " + ink.name().toLowerCase(Locale.ROOT) + (dashed ? " dashed" : ""),
                        "points",
                        points.toString())
                .close();
    }

    @Override
    public void text(String text, double x, double baseline, Align align) throws IOException {
        html.element(
                "text",
                text,
                "x",
                number(x),
                "y",
                number(baseline),
                "text-anchor",
                align.name().toLowerCase(Locale.ROOT));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
