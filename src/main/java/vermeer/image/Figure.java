package vermeer.image;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture with its map as it is handed on: title, overlay at the picture's own resolution, colour bar with numbers, what
 * the numbers mean, and a caption with the method's settings. Drawn from arrays, never from a window.
 *
 * @param picture the original
 * @param map what explains it
 * @param overlay how the map is laid over it
 * @param boxes drawn over the map, in pixels of the picture
 * @param title the method and the class explained
 * @param caption the settings and whatever else belongs to the map; one paragraph an entry
 */
public record Figure(
        Picture picture, Heatmap map, Overlay overlay, List<MarkedBox> boxes, String title, List<String> caption) {
    private static final int MIN_WIDTH = 480;
    private static final int MIN_FONT = 12;
    private static final int MAX_FONT = 64;
    private static final int CHARACTERS_ACROSS = 60;
    private static final Color PAPER = Color.WHITE;
    private static final Color INK = new Color(0x202124);

    /** Without boxes. */
    public Figure(Picture picture, Heatmap map, Overlay overlay, String title, List<String> caption) {
        this(picture, map, overlay, List.of(), title, caption);
    }

    public Figure {
        boxes = List.copyOf(boxes);
        caption = List.copyOf(caption);
    }

    /** Where everything goes; all in pixels. */
    private record Plan(int font, int margin, int width, Paragraphs title, Paragraphs legend, Paragraphs caption) {}

    private Plan plan() {
        int content = Math.max(MIN_WIDTH, picture.width());
        int size = Math.max(MIN_FONT, Math.min(MAX_FONT, content / CHARACTERS_ACROSS));
        Font plain = new Font(Font.SANS_SERIF, Font.PLAIN, size);
        Font bold = new Font(Font.SANS_SERIF, Font.BOLD, size);
        ColourBar bar = ColourBar.of(overlay, map);
        return new Plan(
                size,
                size,
                content,
                Paragraphs.of(List.of(title), bold, content),
                Paragraphs.of(List.of(bar.text()), plain, content),
                Paragraphs.of(paragraphs(), plain, content));
    }

    private List<String> paragraphs() {
        List<String> all = new ArrayList<>(caption);
        Region seen = map.region();
        boolean whole = seen.x() <= 0
                && seen.y() <= 0
                && seen.x() + seen.width() >= picture.width()
                && seen.y() + seen.height() >= picture.height();
        if (!whole) {
            all.add("Hatched: not seen by the network.");
        }
        return all;
    }

    /** Draws it. */
    public Pixels draw() {
        Plan plan = plan();
        int gap = plan.margin();
        int barHeight = plan.font() * 3 / 2;
        int tickHeight = plan.font() * 2;
        int top = gap + plan.title().height() + gap;
        int barTop = top + picture.height() + gap;
        int legendTop = barTop + barHeight + tickHeight;
        int captionTop = legendTop + plan.legend().height() + gap / 2;
        int width = plan.width() + 2 * gap;
        int height = captionTop + plan.caption().height() + gap;
        BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = sheet.createGraphics();
        try {
            prepare(graphics, width, height);
            plan.title().draw(graphics, gap, gap);
            bar(graphics, gap, barTop, plan.width(), barHeight, plan.font());
            plan.legend().draw(graphics, gap, legendTop);
            plan.caption().draw(graphics, gap, captionTop);
        } finally {
            graphics.dispose();
        }
        int left = gap + (plan.width() - picture.width()) / 2;
        int[] pixels = ((DataBufferInt) sheet.getRaster().getDataBuffer()).getData();
        Pixels drawn = MarkedBox.draw(new Pixels(picture.width(), picture.height(), overlay.draw(picture, map)), boxes);
        for (int row = 0; row < picture.height(); row++) {
            System.arraycopy(drawn.argb(), row * picture.width(), pixels, (top + row) * width + left, picture.width());
        }
        return new Pixels(width, height, pixels);
    }

    private static void prepare(Graphics2D graphics, int width, int height) {
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(INK);
    }

    private void bar(Graphics2D graphics, int left, int top, int width, int height, int font) {
        ColourBar bar = ColourBar.of(overlay, map);
        int[] colours = bar.gradient(width);
        for (int x = 0; x < width; x++) {
            graphics.setColor(new Color(colours[x]));
            graphics.drawLine(left + x, top, left + x, top + height - 1);
        }
        graphics.setColor(INK);
        graphics.drawRect(left, top, width - 1, height - 1);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, font));
        for (ColourBar.Tick tick : bar.ticks()) {
            int at = left + (int) Math.round(tick.share() * (width - 1));
            int half = graphics.getFontMetrics().stringWidth(tick.label());
            int text = Math.max(left, Math.min(left + width - half, at - half / 2));
            graphics.drawLine(at, top + height, at, top + height + font / 3);
            graphics.drawString(tick.label(), text, top + height + font * 3 / 2);
        }
    }
}
