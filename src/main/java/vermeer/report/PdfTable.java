package vermeer.report;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A table on the pages of a PDF; a row stays on one page where it can. */
record PdfTable(PdfFlow flow, Block.Table table) {
    private static final double SIZE = 8.5;
    private static final double GAP = 6;
    private static final double PADDING = 3;
    private static final Color LINE = new Color(0xdadce0);

    void draw() throws IOException {
        if (!table.header().isEmpty()) {
            // A header alone at the foot of a page heads nothing.
            flow.need(PdfFlow.height(5, SIZE) + 4 * PADDING);
            row(table.header(), true, PdfFlow.SOFT);
        }
        for (int i = 0; i < table.rows().size(); i++) {
            row(table.rows().get(i), table.strong().contains(i), PdfFlow.INK);
        }
        flow.skip(SIZE);
    }

    private void row(List<String> cells, boolean bold, Color colour) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        int most = 1;
        for (int i = 0; i < cells.size(); i++) {
            List<String> cell = flow.text().lines(cells.get(i), SIZE, PdfFlow.WIDTH * table.widths()[i] - GAP);
            lines.add(cell);
            most = Math.max(most, cell.size());
        }
        flow.need(PdfFlow.height(most, SIZE) + 2 * PADDING);
        flow.skip(PADDING);
        for (int line = 0; line < most; line++) {
            flow.need(PdfFlow.height(1, SIZE));
            double x = PdfFlow.LEFT;
            for (int i = 0; i < cells.size(); i++) {
                if (line < lines.get(i).size()) {
                    flow.line(lines.get(i).get(line), x, flow.y() - SIZE, SIZE, bold, colour);
                }
                x += PdfFlow.WIDTH * table.widths()[i];
            }
            flow.skip(PdfFlow.height(1, SIZE));
        }
        flow.skip(PADDING);
        flow.fill(PdfFlow.LEFT, flow.y(), PdfFlow.WIDTH, 0.5, LINE);
    }
}
