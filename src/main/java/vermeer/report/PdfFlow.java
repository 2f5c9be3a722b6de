package vermeer.report;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import vermeer.image.Pixels;

/** A4 pages that are filled from top to bottom. Lengths are in points; {@code y} falls down the page. */
final class PdfFlow implements AutoCloseable {
    static final double LEFT = 50;
    static final double WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;
    static final Color INK = new Color(0x202124);
    static final Color SOFT = new Color(0x5f6368);
    private static final double TOP = PDRectangle.A4.getHeight() - 50;
    private static final double BOTTOM = 60;
    private static final double FOOTER = 32;
    private static final double FOOTER_SIZE = 8;
    private static final double LEADING = 1.35;

    private final PDDocument document;
    private final PdfText text;
    private PDPageContentStream stream;
    private double y;

    PdfFlow(PDDocument document) throws IOException {
        this.document = document;
        text = new PdfText(document);
        turn();
    }

    PdfText text() {
        return text;
    }

    /** The height of so many lines. */
    static double height(int lines, double size) {
        return lines * size * LEADING;
    }

    /** How far down the page it is. */
    double y() {
        return y;
    }

    /** The most that a page takes. */
    static double pageHeight() {
        return TOP - BOTTOM;
    }

    /** Goes to a new page where so much does not fit on this one. */
    void need(double height) throws IOException {
        if (y - Math.min(height, pageHeight()) < BOTTOM) {
            turn();
        }
    }

    private void turn() throws IOException {
        if (stream != null) {
            stream.close();
        }
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        stream = new PDPageContentStream(document, page);
        y = TOP;
    }

    void skip(double height) {
        y -= height;
    }

    /** Draws lines below each other, on new pages where they are many. */
    void lines(List<String> lines, double x, double size, boolean bold, Color colour) throws IOException {
        for (String line : lines) {
            need(size * LEADING);
            skip(size * LEADING);
            line(line, x, y + size * (LEADING - 1), size, bold, colour);
        }
    }

    /** Draws one line with its base line at {@code baseline}. */
    void line(String line, double x, double baseline, double size, boolean bold, Color colour) throws IOException {
        stream.setNonStrokingColor(colour);
        stream.setStrokingColor(colour);
        text.draw(stream, line, x, baseline, size, bold);
    }

    /** Fills a rectangle whose upper edge is at {@code top}. */
    void fill(double x, double top, double width, double height, Color colour) throws IOException {
        stream.setNonStrokingColor(colour);
        stream.addRect((float) x, (float) (top - height), (float) width, (float) height);
        stream.fill();
    }

    /** Draws a line through points. */
    void stroke(double[] x, double[] y, Color colour, double width, boolean dashed) throws IOException {
        stream.saveGraphicsState();
        stream.setStrokingColor(colour);
        stream.setLineWidth((float) width);
        stream.setLineJoinStyle(1);
        if (dashed) {
            stream.setLineDashPattern(new float[] {3, 2}, 0);
        }
        stream.moveTo((float) x[0], (float) y[0]);
        for (int i = 1; i < x.length; i++) {
            stream.lineTo((float) x[i], (float) y[i]);
        }
        stream.stroke();
        stream.restoreGraphicsState();
    }

    /** Draws a picture whose upper edge is at {@code top}. */
    void picture(Pixels pixels, double x, double top, double width, double height) throws IOException {
        BufferedImage image = new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, pixels.width(), pixels.height(), pixels.argb(), 0, pixels.width());
        PDImageXObject embedded = LosslessFactory.createFromImage(document, image);
        stream.drawImage(embedded, (float) x, (float) (top - height), (float) width, (float) height);
    }

    /** Ends the last page and numbers all of them. */
    void finish(String footer) throws IOException {
        stream.close();
        stream = null;
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            try (PDPageContentStream over = new PDPageContentStream(
                    document, document.getPage(i), PDPageContentStream.AppendMode.APPEND, true, true)) {
                over.setNonStrokingColor(SOFT);
                String number = "Page " + (i + 1) + " of " + pages;
                double numberWidth = text.width(number, FOOTER_SIZE);
                String left = text.lines(footer.replace('\n', ' '), FOOTER_SIZE, WIDTH - numberWidth - 20)
                        .get(0);
                text.draw(over, left, LEFT, FOOTER, FOOTER_SIZE, false);
                text.draw(over, number, LEFT + WIDTH - numberWidth, FOOTER, FOOTER_SIZE, false);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (stream != null) {
            stream.close();
        }
    }
}
