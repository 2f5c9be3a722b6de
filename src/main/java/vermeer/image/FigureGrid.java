package vermeer.image;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;
import java.util.Optional;

/**
 * Several maps in rows and columns as one picture: headings, each map over its picture with what it is a map of, its colour bar
 * and its numbers, and a caption. Drawn from arrays, never from a window.
 *
 * @param title of the whole
 * @param rows one heading a row
 * @param columns one heading a column
 * @param cells row by row
 * @param caption one paragraph an entry
 */
public record FigureGrid(
        String title, List<Heading> rows, List<Heading> columns, List<Cell> cells, List<String> caption) {
    private static final int SIDE = 320;
    private static final int HEAD = 190;
    private static final int GAP = 18;
    private static final int BAR = 10;
    private static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    private static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 14);
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 20);
    private static final Color INK = new Color(0x202124);
    private static final Color QUIET = new Color(0x5f6368);
    private static final Color NONE = new Color(0xf1f3f4);

    /** A heading and the line under it, which may be empty. */
    public record Heading(String title, String detail) {}

    /**
     * A cell.
     *
     * @param name what the map is a map of
     * @param drawn the map; empty where there is none
     * @param note what is said of its scale, or why there is no map
     */
    public record Cell(String name, Optional<Drawn> drawn, String note) {}

    /** A map with its picture; the map's region is in the picture's pixels. */
    public record Drawn(Picture picture, Heatmap map, Overlay overlay) {

        /** The same with the picture's longer side at most this long. */
        Drawn fitting(int side) {
            Picture small = picture.fitting(side);
            double across = (double) small.width() / picture.width();
            double down = (double) small.height() / picture.height();
            Heatmap moved = new Heatmap(
                    map.height(), map.width(), map.values(), map.region().scaled(across, down), map.meaning());
            return new Drawn(small, moved, overlay);
        }
    }

    public FigureGrid {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        cells = List.copyOf(cells);
        caption = List.copyOf(caption);
        if (cells.size() != rows.size() * columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + rows.size() + " x " + columns.size());
        }
    }

    /** Draws it. */
    public Pixels draw() {
        int width = Math.max(2 * GAP + HEAD + columns.size() * (SIDE + GAP), 760);
        Paragraphs heading = Paragraphs.of(List.of(title), TITLE, width - 2 * GAP);
        Paragraphs notes = Paragraphs.of(caption, PLAIN, width - 2 * GAP);
        List<Paragraphs> heads = columns.stream()
                .map(column -> paragraphs(column.title(), BOLD, SIDE))
                .toList();
        List<Paragraphs> details = columns.stream()
                .map(column -> paragraphs(column.detail(), PLAIN, SIDE))
                .toList();
        int top = GAP + heading.height() + GAP;
        int headHeight = tallest(heads) + tallest(details) + GAP / 2;
        int tall = tallestPicture();
        int rowHeight = 22 + tall + 4 + BAR + 36 + GAP;
        int height = top + headHeight + rows.size() * rowHeight + notes.height() + GAP;
        BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = sheet.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            g.setColor(Color.WHITE);
            g.fillRect(0, 0, width, height);
            g.setColor(INK);
            heading.draw(g, GAP, GAP);
            for (int i = 0; i < columns.size(); i++) {
                heads.get(i).draw(g, left(i), top);
                details.get(i).draw(g, left(i), top + tallest(heads));
            }
            for (int row = 0; row < rows.size(); row++) {
                drawRow(g, sheet, row, top + headHeight + row * rowHeight, tall);
            }
            g.setColor(QUIET);
            notes.draw(g, GAP, top + headHeight + rows.size() * rowHeight);
        } finally {
            g.dispose();
        }
        return new Pixels(width, height, ((DataBufferInt) sheet.getRaster().getDataBuffer()).getData());
    }

    private void drawRow(Graphics2D g, BufferedImage sheet, int row, int top, int tall) {
        Paragraphs title = paragraphs(rows.get(row).title(), BOLD, HEAD - GAP);
        g.setColor(INK);
        title.draw(g, GAP, top + 22);
        g.setColor(QUIET);
        paragraphs(rows.get(row).detail(), PLAIN, HEAD - GAP).draw(g, GAP, top + 22 + title.height() + 4);
        for (int column = 0; column < columns.size(); column++) {
            drawCell(g, sheet, cells.get(row * columns.size() + column), left(column), top, tall);
        }
    }

    private static void drawCell(Graphics2D g, BufferedImage sheet, Cell cell, int left, int top, int tall) {
        g.setColor(INK);
        g.setFont(PLAIN);
        g.drawString(cut(g, cell.name(), SIDE), left, top + 14);
        int upper = top + 22;
        if (cell.drawn().isEmpty()) {
            g.setColor(NONE);
            g.fillRect(left, upper, SIDE, tall);
            g.setColor(QUIET);
            paragraphs(cell.note(), PLAIN, SIDE - 2 * GAP).draw(g, left + GAP, upper + tall / 3);
            return;
        }
        Drawn drawn = cell.drawn().get().fitting(SIDE);
        int width = drawn.picture().width();
        int height = drawn.picture().height();
        int x = left + (SIDE - width) / 2;
        int y = upper + (tall - height) / 2;
        int[] pixels = drawn.overlay().draw(drawn.picture(), drawn.map());
        sheet.setRGB(x, y, width, height, pixels, 0, width);
        drawBar(g, ColourBar.of(drawn.overlay(), drawn.map()), cell.note(), left, upper + tall + 4);
    }

    private static void drawBar(Graphics2D g, ColourBar bar, String note, int left, int top) {
        int[] colours = bar.gradient(SIDE);
        for (int x = 0; x < SIDE; x++) {
            g.setColor(new Color(colours[x]));
            g.drawLine(left + x, top, left + x, top + BAR - 1);
        }
        g.setColor(INK);
        g.setFont(PLAIN);
        for (ColourBar.Tick tick : bar.ticks()) {
            int width = g.getFontMetrics().stringWidth(tick.label());
            int at = (int) Math.round(tick.share() * SIDE) - width / 2;
            g.drawString(tick.label(), left + Math.max(0, Math.min(SIDE - width, at)), top + BAR + 15);
        }
        g.setColor(QUIET);
        g.drawString(cut(g, note + " · " + bar.text(), SIDE), left, top + BAR + 31);
    }

    /** The height that the pictures need; a square where there is none. */
    private int tallestPicture() {
        return cells.stream()
                .flatMap(cell -> cell.drawn().stream())
                .mapToInt(drawn -> drawn.fitting(SIDE).picture().height())
                .max()
                .orElse(SIDE);
    }

    private static int left(int column) {
        return GAP + HEAD + column * (SIDE + GAP);
    }

    private static int tallest(List<Paragraphs> all) {
        return all.stream().mapToInt(Paragraphs::height).max().orElse(0);
    }

    private static Paragraphs paragraphs(String text, Font font, int width) {
        return Paragraphs.of(List.of(text), font, width);
    }

    private static String cut(Graphics2D g, String text, int width) {
        String shown = text;
        while (shown.length() > 1 && g.getFontMetrics().stringWidth(shown) > width) {
            shown = shown.substring(0, shown.length() - 2) + "…";
        }
        return shown;
    }
}
