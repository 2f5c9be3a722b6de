package vermeer.report;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/**
 * Text in a PDF, in PDFBox's own Liberation Sans, which is embedded. Characters that it does not have are drawn as
 * outlines in a font of this machine.
 */
final class PdfText {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final double BOLDNESS = 0.035;

    private final PDFont font;
    private final Map<Integer, Boolean> known = new HashMap<>();

    PdfText(PDDocument document) throws IOException {
        try (InputStream in = PDFont.class.getResourceAsStream(FONT)) {
            font = PDType0Font.load(document, in, true);
        }
    }

    /** The text in lines that are no wider than {@code width}; words that are wider are broken. */
    List<String> lines(String text, double size, double width) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String paragraph : PlainText.of(text).replace("\t", "    ").split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.split(" ", -1)) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (width(longer, size) <= width) {
                    line.setLength(0);
                    line.append(longer);
                    continue;
                }
                if (!line.isEmpty()) {
                    lines.add(line.toString());
                }
                line.setLength(0);
                line.append(broken(word, size, width, lines));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** Adds the full lines of a word that may be wider than a line; returns what is left of it. */
    private String broken(String word, double size, double width, List<String> lines) throws IOException {
        int start = 0;
        int end = 0;
        while (end < word.length()) {
            int next = word.offsetByCodePoints(end, 1);
            if (end > start && width(word.substring(start, next), size) > width) {
                lines.add(word.substring(start, end));
                start = end;
            }
            end = next;
        }
        return word.substring(start);
    }

    double width(String text, double size) throws IOException {
        double width = 0;
        for (Run run : runs(text)) {
            width += width(run, size);
        }
        return width;
    }

    private double width(Run run, double size) throws IOException {
        return run.embedded()
                ? font.getStringWidth(run.text()) / 1000 * size
                : layout(run.text(), size).getAdvance();
    }

    /** Draws one line with its base line at {@code y}. */
    void draw(PDPageContentStream stream, String line, double x, double y, double size, boolean bold)
            throws IOException {
        double at = x;
        for (Run run : runs(line)) {
            if (run.embedded()) {
                draw(stream, run, at, y, size, bold);
            } else {
                outline(stream, layout(run.text(), size), at, y);
            }
            at += width(run, size);
        }
    }

    private void draw(PDPageContentStream stream, Run run, double x, double y, double size, boolean bold)
            throws IOException {
        stream.saveGraphicsState();
        stream.beginText();
        stream.setFont(font, (float) size);
        if (bold) {
            stream.setRenderingMode(RenderingMode.FILL_STROKE);
            stream.setLineWidth((float) (size * BOLDNESS));
        }
        stream.newLineAtOffset((float) x, (float) y);
        stream.showText(run.text());
        stream.endText();
        stream.restoreGraphicsState();
    }

    /** Characters beside each other that the embedded font all has, or all lacks. */
    private record Run(String text, boolean embedded) {}

    private List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < text.length(); ) {
            int next = text.offsetByCodePoints(at, 1);
            boolean embedded = embedded(text.codePointAt(at));
            if (next == text.length() || embedded(text.codePointAt(next)) != embedded) {
                runs.add(new Run(text.substring(start, next), embedded));
                start = next;
            }
            at = next;
        }
        return runs;
    }

    private boolean embedded(int character) {
        return known.computeIfAbsent(character, this::encodes);
    }

    private boolean encodes(int character) {
        try {
            return font.encode(Character.toString(character)).length > 0;
        } catch (IOException | IllegalArgumentException noGlyph) {
            return false;
        }
    }

    private static TextLayout layout(String text, double size) {
        Font machine = new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) size);
        return new TextLayout(text, machine, EXACT);
    }

    private static void outline(PDPageContentStream stream, TextLayout layout, double x, double y) throws IOException {
        PathIterator path = layout.getOutline(null).getPathIterator(new AffineTransform(1, 0, 0, -1, x, y));
        float[] at = new float[6];
        float fromX = 0;
        float fromY = 0;
        boolean any = false;
        for (; !path.isDone(); path.next()) {
            any = true;
            switch (path.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> stream.moveTo(at[0], at[1]);
                case PathIterator.SEG_LINETO -> stream.lineTo(at[0], at[1]);
                case PathIterator.SEG_QUADTO -> {
                    stream.curveTo(
                            fromX + 2 * (at[0] - fromX) / 3,
                            fromY + 2 * (at[1] - fromY) / 3,
                            at[2] + 2 * (at[0] - at[2]) / 3,
                            at[3] + 2 * (at[1] - at[3]) / 3,
                            at[2],
                            at[3]);
                    at[0] = at[2];
                    at[1] = at[3];
                }
                case PathIterator.SEG_CUBICTO -> {
                    stream.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
                    at[0] = at[4];
                    at[1] = at[5];
                }
                default -> stream.closePath();
            }
            fromX = at[0];
            fromY = at[1];
        }
        if (any) {
            stream.fill();
        }
    }
}
