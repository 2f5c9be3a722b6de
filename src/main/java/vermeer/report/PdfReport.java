package vermeer.report;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import vermeer.file.FileException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

/** A report as a PDF of A4 pages, with the same content as the HTML file. */
public final class PdfReport {
    private static final double SIZE = 10;
    private static final double[] HEADINGS = {20, 14, 11};
    private static final Color NOTE = new Color(0x1a5fb4);
    private static final double NOTE_INDENT = 12;

    private final PdfFlow flow;
    private final Steps steps;

    private PdfReport(PdfFlow flow, Steps steps) {
        this.flow = flow;
        this.steps = steps;
    }

    /**
     * Writes the file, replacing what was there in one step.
     *
     * @param progress told of each drawing; cancels, and then leaves the old file as it was
     * @throws FileException where it could not be written
     */
    public static void write(Report report, Path file, Progress progress) throws FileException, CancelledException {
        Steps.write(file, out -> {
            try (PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
                describe(report, document);
                try (PdfFlow flow = new PdfFlow(document)) {
                    PdfReport pages = new PdfReport(flow, new Steps(report, progress));
                    for (Block block : Content.of(report)) {
                        pages.block(block);
                    }
                    flow.finish("Vermeer " + report.versions().vermeer() + " · "
                            + report.model().name());
                }
                document.save(out);
            }
        });
    }

    private static void describe(Report report, PDDocument document) {
        Calendar written = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        written.setTimeInMillis(report.written().toEpochMilli());
        document.getDocumentInformation().setTitle(PlainText.of(report.title()));
        document.getDocumentInformation()
                .setCreator("Vermeer " + report.versions().vermeer());
        document.getDocumentInformation().setCreationDate(written);
        document.getDocumentCatalog().setLanguage("en");
        document.setDocumentId(report.written().toEpochMilli());
    }

    private void block(Block block) throws IOException {
        if (block instanceof Block.Heading heading) {
            heading(heading);
        } else if (block instanceof Block.Paragraph paragraph) {
            paragraph(paragraph);
        } else if (block instanceof Block.Items items) {
            items(items.texts());
        } else if (block instanceof Block.Probabilities probabilities) {
            probabilities(probabilities.classes());
        } else if (block instanceof Block.Table table) {
            new PdfTable(flow, table).draw();
        } else if (block instanceof Block.Matrix matrix) {
            new PdfMatrix(flow, matrix).draw();
        } else if (block instanceof Block.Charts charts) {
            new PdfChart(flow).draw(charts.charts());
        } else if (block instanceof Block.Gallery gallery) {
            new PdfGallery(flow, gallery.drawings(), steps).draw();
        }
    }

    private void heading(Block.Heading heading) throws IOException {
        double size = HEADINGS[heading.level() - 1];
        List<String> lines = flow.text().lines(heading.text(), size, PdfFlow.WIDTH - 10);
        flow.need(size + PdfFlow.height(lines.size(), size) + 80);
        flow.skip(size * 0.8);
        flow.lines(lines, PdfFlow.LEFT, size, true, PdfFlow.INK);
        flow.skip(size * 0.25);
    }

    private void paragraph(Block.Paragraph paragraph) throws IOException {
        double indent = paragraph.note() ? NOTE_INDENT : 0;
        for (String line : flow.text().lines(paragraph.text(), SIZE, PdfFlow.WIDTH - indent)) {
            double height = PdfFlow.height(1, SIZE);
            flow.need(height);
            if (paragraph.note()) {
                flow.fill(PdfFlow.LEFT, flow.y(), 3, height, NOTE);
            }
            flow.lines(List.of(line), PdfFlow.LEFT + indent, SIZE, false, PdfFlow.INK);
        }
        flow.skip(SIZE * 0.6);
    }

    private void items(List<String> texts) throws IOException {
        for (String item : texts) {
            List<String> lines = flow.text().lines(item, SIZE, PdfFlow.WIDTH - NOTE_INDENT);
            flow.need(PdfFlow.height(Math.min(lines.size(), 3), SIZE));
            flow.line("•", PdfFlow.LEFT, flow.y() - SIZE, SIZE, false, PdfFlow.INK);
            flow.lines(lines, PdfFlow.LEFT + NOTE_INDENT, SIZE, false, PdfFlow.INK);
            flow.skip(SIZE * 0.2);
        }
        flow.skip(SIZE * 0.5);
    }

    private void probabilities(List<ClassProbability> classes) throws IOException {
        double bar = 120;
        double names = 190;
        for (ClassProbability each : classes) {
            List<String> lines =
                    flow.text().lines(each.name() + " (class " + each.index() + ")", SIZE, PdfFlow.WIDTH - names);
            double height = PdfFlow.height(lines.size(), SIZE);
            flow.need(height);
            double top = flow.y();
            String percent = String.format(Locale.ROOT, "%.2f %%", 100 * each.probability());
            flow.line(
                    percent,
                    PdfFlow.LEFT + 50 - flow.text().width(percent, SIZE),
                    top - SIZE,
                    SIZE,
                    false,
                    PdfFlow.INK);
            flow.fill(PdfFlow.LEFT + 60, top - 3, Math.max(0.5, bar * Math.min(1, each.probability())), SIZE - 1, NOTE);
            flow.lines(lines, PdfFlow.LEFT + names, SIZE, false, PdfFlow.INK);
        }
        flow.skip(SIZE * 0.8);
    }
}
