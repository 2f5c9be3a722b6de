package vermeer.report;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** A table of correlations on the pages of a PDF: a coloured cell a pair, the rows numbered like the columns. */
record PdfMatrix(PdfFlow flow, Block.Matrix matrix) {
    private static final double NAMES = 150;
    private static final double LARGEST = 30;
    private static final double SIZE = 8;
    /** Where numbers would be smaller, the colours alone are left; HTML has the numbers. */
    private static final double LEGIBLE = 4.5;

    private static final Color POSITIVE = new Color(0x1a5fb4);
    private static final Color NEGATIVE = new Color(0xc64600);
    private static final double STRONGEST = 0.65;

    void draw() throws IOException {
        int count = matrix.titles().size();
        double cell = Math.min(LARGEST, (PdfFlow.WIDTH - NAMES) / count);
        double height = Math.min(cell, 16);
        double size = Math.min(SIZE, cell * 0.38);
        double heads = Math.min(SIZE, cell * 0.6);
        flow.need(3 * height);
        for (int column = 0; column < count; column++) {
            centred(Integer.toString(column + 1), column, cell, flow.y() - height * 0.7, heads, PdfFlow.SOFT);
        }
        flow.skip(height);
        for (int row = 0; row < count; row++) {
            flow.need(height);
            List<String> name =
                    flow.text().lines(row + 1 + "  " + matrix.titles().get(row), SIZE, NAMES - 6);
            flow.line(name.get(0), PdfFlow.LEFT, flow.y() - height * 0.7, SIZE, false, PdfFlow.INK);
            for (int column = 0; column < count; column++) {
                double value = matrix.values().get(row).get(column);
                flow.fill(PdfFlow.LEFT + NAMES + column * cell, flow.y(), cell - 0.5, height - 0.5, colour(value));
                if (size >= LEGIBLE) {
                    centred(text(value), column, cell, flow.y() - height * 0.7, size, PdfFlow.INK);
                }
            }
            flow.skip(height);
        }
        flow.skip(SIZE);
    }

    private void centred(String text, int column, double cell, double baseline, double size, Color colour)
            throws IOException {
        double middle = PdfFlow.LEFT + NAMES + (column + 0.5) * cell;
        flow.line(text, middle - flow.text().width(text, size) / 2, baseline, size, false, colour);
    }

    static String text(double value) {
        return String.format(Locale.ROOT, "%.2f", Math.abs(value) < 0.005 ? 0.0 : value);
    }

    private static Color colour(double value) {
        Color full = value < 0 ? NEGATIVE : POSITIVE;
        double share = STRONGEST * Math.min(1, Math.abs(value));
        return new Color(mixed(full.getRed(), share), mixed(full.getGreen(), share), mixed(full.getBlue(), share));
    }

    private static int mixed(int channel, double share) {
        return (int) Math.round(255 + (channel - 255) * share);
    }
}
