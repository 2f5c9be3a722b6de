package vermeer.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.job.Progress;

/** The PDF: the same content, on pages, with nothing beyond their edges. */
class PdfReportTest {
    @TempDir
    Path folder;

    @Test
    void everythingAReaderNeedsIsThere() throws Exception {
        String text = text("The snow, not the dog.").replaceAll("\\s+", " ");
        for (String part : List.of(
                "The snow, not the dog.",
                "72.31 %",
                "(class 250)",
                Findings.HASH,
                "net.onnx",
                "Settings: layer automatic, relu true.",
                "Selvaraju",
                "share of the logit",
                "Random map",
                "Worse than the random control",
                "share of the picture removed",
                "The disagreement, 1 minus the mean, is 0.75.",
                "1.28.0 on CPU",
                "1 March 2026, 09:30 UTC",
                "The operator Foo has no gradient rule.",
                "<script>alert('x')</script>",
                "Page 1 of ")) {
            assertTrue(text.contains(part), part + " is missing in " + text);
        }
        assertFalse(text.contains("\u202e"));
    }

    @Test
    void picturesAndColourBarsAreInIt() throws Exception {
        PdfReport.write(Findings.report(""), folder.resolve("r.pdf"), Progress.none());
        int images = 0;
        try (PDDocument document = Loader.loadPDF(folder.resolve("r.pdf").toFile())) {
            for (PDPage page : document.getPages()) {
                for (var name : page.getResources().getXObjectNames()) {
                    images += page.getResources().getXObject(name) instanceof PDImageXObject ? 1 : 0;
                }
            }
        }
        assertEquals(2 * (1 + 2 * 2), images);
    }

    @Test
    void curvesAreVectorLines() throws Exception {
        PdfReport.write(Findings.report(""), folder.resolve("r.pdf"), Progress.none());
        long lines = 0;
        try (PDDocument document = Loader.loadPDF(folder.resolve("r.pdf").toFile())) {
            for (PDPage page : document.getPages()) {
                lines += new PDFStreamParser(page)
                        .parse().stream()
                                .filter(token -> token instanceof Operator each
                                        && each.getName().equals("l"))
                                .count();
            }
        }
        // a curve of three points is two stretches, for the map and its controls, of two maps in two pictures
        assertTrue(lines >= 2 * 2 * 4 * 2, lines + " stretches");
    }

    @Test
    void longTextsStayOnThePages() throws Exception {
        String notes =
                "w".repeat(5_000) + "\n" + Findings.FOREIGN.repeat(100) + "\n" + "line\n".repeat(300) + "end of notes";
        Path file = folder.resolve("r.pdf");
        PdfReport.write(Findings.report(notes), file, Progress.none());
        StringBuilder outside = new StringBuilder();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> positions) {
                for (TextPosition at : positions) {
                    if (at.getXDirAdj() < 49
                            || at.getXDirAdj() + at.getWidthDirAdj() > 595.3 - 49
                            || at.getYDirAdj() > 842 - 30) {
                        outside.append(at.getUnicode());
                    }
                }
            }
        };
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            stripper.getText(document);
            assertTrue(document.getNumberOfPages() > 8);
        }
        assertEquals("", outside.toString());
        assertTrue(text(notes).contains("end of notes"));
    }

    @Test
    void theSameFindingsGiveTheSameFile() throws Exception {
        PdfReport.write(Findings.report("a"), folder.resolve("1.pdf"), Progress.none());
        PdfReport.write(Findings.report("a"), folder.resolve("2.pdf"), Progress.none());
        assertArrayEquals(Files.readAllBytes(folder.resolve("1.pdf")), Files.readAllBytes(folder.resolve("2.pdf")));
    }

    private String text(String notes) throws Exception {
        Path file = folder.resolve("report.pdf");
        PdfReport.write(Findings.report(notes), file, Progress.none());
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
