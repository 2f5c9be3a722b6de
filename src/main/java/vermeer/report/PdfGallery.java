package vermeer.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vermeer.image.ColourBar;
import vermeer.image.Pixels;

/** Drawings on the pages of a PDF, two beside each other, or three where there are many. */
record PdfGallery(PdfFlow flow, List<Block.Drawing> drawings, Steps steps) {
    private static final double GAP = 16;
    private static final int MANY = 7;
    private static final double TALLEST = 320;
    private static final double TITLE = 9.5;
    private static final double SIZE = 8;
    private static final double BAR = 9;
    private static final int BAR_STEPS = 256;
    private static final int MOST_LINES = 24;

    /** A drawing with its texts in lines and its size on the page. */
    private record Placed(
            Block.Drawing drawing,
            Pixels pixels,
            double width,
            double height,
            List<String> title,
            List<String> meaning,
            List<String> caption) {

        double legend() {
            return drawing.bar().isEmpty() ? 0 : GAP / 2 + BAR + PdfFlow.height(1 + meaning.size(), SIZE);
        }

        double total() {
            return PdfFlow.height(title.size(), TITLE)
                    + 4
                    + height
                    + legend()
                    + PdfFlow.height(caption.size(), SIZE)
                    + GAP;
        }
    }

    void draw() throws IOException {
        for (int i = 0; i < drawings.size(); i += across()) {
            List<Placed> row = new ArrayList<>();
            for (Block.Drawing drawing : drawings.subList(i, Math.min(drawings.size(), i + across()))) {
                row.add(place(drawing));
            }
            double height = row.stream().mapToDouble(Placed::total).max().orElse(0);
            flow.need(height);
            double top = flow.y();
            for (int place = 0; place < row.size(); place++) {
                draw(row.get(place), PdfFlow.LEFT + place * (column() + GAP), top);
            }
            flow.skip(height);
        }
    }

    private int across() {
        return drawings.size() < MANY ? 2 : 3;
    }

    private double column() {
        return (PdfFlow.WIDTH - (across() - 1) * GAP) / across();
    }

    private Placed place(Block.Drawing drawing) throws IOException {
        steps.next();
        Pixels pixels = drawing.pixels().get();
        double scale = Math.min(column() / pixels.width(), TALLEST / pixels.height());
        List<String> meaning =
                drawing.bar().isEmpty() ? List.of() : lines(drawing.bar().get().text(), SIZE);
        List<String> caption = new ArrayList<>();
        for (String paragraph : drawing.caption()) {
            caption.addAll(lines(paragraph, SIZE));
        }
        return new Placed(
                drawing,
                pixels,
                pixels.width() * scale,
                pixels.height() * scale,
                lines(drawing.title(), TITLE),
                meaning,
                caption.subList(0, Math.min(MOST_LINES, caption.size())));
    }

    /** So few that a drawing with its texts always fits on a page. */
    private List<String> lines(String text, double size) throws IOException {
        List<String> lines = flow.text().lines(text, size, column());
        return lines.size() <= MOST_LINES / 3 ? lines : lines.subList(0, MOST_LINES / 3);
    }

    private void draw(Placed placed, double x, double top) throws IOException {
        double y = texts(placed.title(), x, top, TITLE, true) - 4;
        flow.picture(placed.pixels(), x, y, placed.width(), placed.height());
        y -= placed.height();
        if (placed.drawing().bar().isPresent()) {
            y = bar(placed, x, y - GAP / 2);
        }
        texts(placed.caption(), x, y, SIZE, false);
    }

    private double bar(Placed placed, double x, double top) throws IOException {
        ColourBar bar = placed.drawing().bar().orElseThrow();
        flow.fill(x - 0.5, top + 0.5, placed.width() + 1, BAR + 1, PdfFlow.SOFT);
        flow.picture(new Pixels(BAR_STEPS, 1, bar.gradient(BAR_STEPS)), x, top, placed.width(), BAR);
        double baseline = top - BAR - SIZE;
        for (ColourBar.Tick tick : bar.ticks()) {
            double width = flow.text().width(tick.label(), SIZE);
            double left = x + tick.share() * placed.width() - width / 2;
            flow.line(
                    tick.label(),
                    Math.max(x, Math.min(x + placed.width() - width, left)),
                    baseline,
                    SIZE,
                    false,
                    PdfFlow.INK);
        }
        return texts(placed.meaning(), x, top - BAR - PdfFlow.height(1, SIZE), SIZE, false);
    }

    private double texts(List<String> lines, double x, double top, double size, boolean bold) throws IOException {
        double y = top;
        for (String line : lines) {
            flow.line(line, x, y - size, size, bold, bold ? PdfFlow.INK : PdfFlow.SOFT);
            y -= PdfFlow.height(1, size);
        }
        return y;
    }
}
