package vermeer.image;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;

/**
 * A box drawn over a picture that is handed on, with a word on it, as the window draws it.
 *
 * @param place in pixels of the picture
 * @param label at its upper left corner; may be empty
 * @param byUser whether a person drew it; such a box is dashed and yellow, others are white
 */
public record MarkedBox(Region place, String label, boolean byUser) {
    private static final Color FOUND = Color.WHITE;
    private static final Color DRAWN = new Color(0xffd60a);
    private static final Color SHADE = new Color(0, 0, 0, 166);
    private static final Color INK = new Color(0x14161c);
    private static final int LINES_ACROSS = 260;
    private static final int SMALLEST_FONT = 11;
    private static final int LETTERS_ACROSS = 42;

    /** The same box in a picture that is {@code across} times as wide and {@code down} times as high. */
    public MarkedBox scaled(double across, double down) {
        return new MarkedBox(place.scaled(across, down), label, byUser);
    }

    /** Draws boxes over a drawn picture, the first on top. */
    public static Pixels draw(Pixels picture, List<MarkedBox> boxes) {
        if (boxes.isEmpty()) {
            return picture;
        }
        BufferedImage sheet = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_ARGB);
        int[] pixels = ((DataBufferInt) sheet.getRaster().getDataBuffer()).getData();
        System.arraycopy(picture.argb(), 0, pixels, 0, pixels.length);
        Graphics2D graphics = sheet.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            for (int i = boxes.size() - 1; i >= 0; i--) {
                boxes.get(i).draw(graphics, picture.width());
            }
        } finally {
            graphics.dispose();
        }
        return new Pixels(picture.width(), picture.height(), pixels);
    }

    private void draw(Graphics2D graphics, int across) {
        float line = Math.max(2f, (float) across / LINES_ACROSS);
        var box = new Rectangle2D.Double(place.x(), place.y(), place.width(), place.height());
        graphics.setStroke(new BasicStroke(2 * line));
        graphics.setColor(SHADE);
        graphics.draw(box);
        float[] dashes = byUser ? new float[] {4 * line, 3 * line} : null;
        graphics.setStroke(new BasicStroke(line, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dashes, 0));
        graphics.setColor(byUser ? DRAWN : FOUND);
        graphics.draw(box);
        if (!label.isEmpty()) {
            tag(graphics, Math.max(SMALLEST_FONT, across / LETTERS_ACROSS));
        }
    }

    /** The label sits on the box's upper edge, or inside where the picture ends above it. */
    private void tag(Graphics2D graphics, int font) {
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, font));
        int width = graphics.getFontMetrics().stringWidth(label) + font;
        int height = font * 3 / 2;
        int left = (int) Math.round(Math.max(0, place.x()));
        int top = (int) Math.round(place.y() >= height ? place.y() - height : Math.max(0, place.y()));
        graphics.setColor(byUser ? DRAWN : FOUND);
        graphics.fillRect(left, top, width, height);
        graphics.setColor(INK);
        graphics.drawString(label, left + font / 2, top + height - font * 2 / 5);
    }
}
