package vermeer.report;

import java.awt.Color;
import java.io.IOException;
import java.util.List;

/** Charts on the pages of a PDF, two beside each other, as vector lines. */
final class PdfChart implements ChartPen {
    private static final double GAP = 16;
    private static final double WIDTH = 340;
    private static final double HEIGHT = 245;
    private static final double COLUMN = (PdfFlow.WIDTH - GAP) / 2;
    private static final double SCALE = COLUMN / WIDTH;
    private static final double TITLE = 9.5;
    private static final double NOTE = 8;
    private static final Color GRID = new Color(0xe3e5e8);

    private final PdfFlow flow;
    private double left;
    private double top;

    PdfChart(PdfFlow flow) {
        this.flow = flow;
    }

    void draw(List<Chart> charts) throws IOException {
        double height = PdfFlow.height(1, TITLE) + HEIGHT * SCALE + PdfFlow.height(2, NOTE) + GAP / 2;
        for (int i = 0; i < charts.size(); i++) {
            if (i % 2 == 0) {
                flow.need(height);
                top = flow.y();
                flow.skip(height);
            }
            left = PdfFlow.LEFT + i % 2 * (COLUMN + GAP);
            draw(charts.get(i));
        }
    }

    private void draw(Chart chart) throws IOException {
        double begin = top;
        flow.line(chart.title(), left, top - TITLE, TITLE, true, PdfFlow.INK);
        top -= PdfFlow.height(1, TITLE);
        new ChartDrawing(chart, WIDTH, HEIGHT).draw(this);
        double baseline = top - HEIGHT * SCALE - NOTE;
        for (String line : flow.text().lines(chart.note(), NOTE, COLUMN)) {
            flow.line(line, left, baseline, NOTE, false, PdfFlow.SOFT);
            baseline -= PdfFlow.height(1, NOTE);
        }
        top = begin;
    }

    @Override
    public void rule(double fromX, double fromY, double toX, double toY, boolean axis) throws IOException {
        flow.stroke(
                new double[] {x(fromX), x(toX)},
                new double[] {y(fromY), y(toY)},
                axis ? PdfFlow.SOFT : GRID,
                0.5,
                false);
    }

    @Override
    public void line(double[] x, double[] y, Chart.Ink ink, boolean dashed) throws IOException {
        double[] acrossPage = new double[x.length];
        double[] upPage = new double[y.length];
        for (int i = 0; i < x.length; i++) {
            acrossPage[i] = x(x[i]);
            upPage[i] = y(y[i]);
        }
        flow.stroke(acrossPage, upPage, colour(ink), ink == Chart.Ink.MAP ? 1.4 : 0.9, dashed);
    }

    @Override
    public void text(String text, double x, double baseline, Align align) throws IOException {
        double size = ChartDrawing.TEXT * SCALE;
        double width = flow.text().width(text, size);
        double shift =
                switch (align) {
                    case START -> 0;
                    case MIDDLE -> width / 2;
                    case END -> width;
                };
        flow.line(text, x(x) - shift, y(baseline), size, false, PdfFlow.SOFT);
    }

    private double x(double units) {
        return left + units * SCALE;
    }

    private double y(double units) {
        return top - units * SCALE;
    }

    private static Color colour(Chart.Ink ink) {
        return switch (ink) {
            case MAP -> new Color(0x1a5fb4);
            case RANDOM -> new Color(0x77767b);
            case EDGES -> new Color(0xc64600);
            case CENTRE -> new Color(0x813d9c);
        };
    }
}
