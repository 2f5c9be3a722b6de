package vermeer.image;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;

/** Text broken into lines of a given width, and their height. */
record Paragraphs(List<TextLayout> lines, int height) {
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    static Paragraphs of(List<String> paragraphs, Font font, int width) {
        List<TextLayout> lines = new ArrayList<>();
        for (String paragraph : paragraphs) {
            if (!paragraph.isBlank()) {
                lines.addAll(broken(paragraph, font, width));
            }
        }
        double height = 0;
        for (TextLayout line : lines) {
            height += lineHeight(line);
        }
        return new Paragraphs(lines, (int) Math.ceil(height));
    }

    private static List<TextLayout> broken(String paragraph, Font font, int width) {
        AttributedString text = new AttributedString(paragraph);
        text.addAttribute(TextAttribute.FONT, font);
        LineBreakMeasurer measurer = new LineBreakMeasurer(text.getIterator(), CONTEXT);
        List<TextLayout> lines = new ArrayList<>();
        while (measurer.getPosition() < paragraph.length()) {
            lines.add(measurer.nextLayout(width));
        }
        return lines;
    }

    private static double lineHeight(TextLayout line) {
        return line.getAscent() + line.getDescent() + line.getLeading();
    }

    void draw(Graphics2D graphics, int left, int top) {
        double baseline = top;
        for (TextLayout line : lines) {
            line.draw(graphics, left, (float) (baseline + line.getAscent()));
            baseline += lineHeight(line);
        }
    }
}
