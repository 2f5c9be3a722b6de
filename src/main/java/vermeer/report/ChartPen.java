package vermeer.report;

import java.io.IOException;

/** Draws a chart's lines and words on some ground. The origin is the upper left corner; {@code y} grows downwards. */
public interface ChartPen {

    /** Which end of a text lies at its place. */
    enum Align {
        START,
        MIDDLE,
        END
    }

    /** Draws an axis or a line of the grid. */
    void rule(double fromX, double fromY, double toX, double toY, boolean axis) throws IOException;

    /** Draws one of the chart's lines through points. */
    void line(double[] x, double[] y, Chart.Ink ink, boolean dashed) throws IOException;

    /**
     * Writes one line.
     *
     * @param baseline its base line
     */
    void text(String text, double x, double baseline, Align align) throws IOException;
}
