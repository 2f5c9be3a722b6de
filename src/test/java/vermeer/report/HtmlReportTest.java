package vermeer.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.job.Cancellation;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

/** The HTML file: everything in it, nothing outside it, nothing of a hostile name in force. */
class HtmlReportTest {
    @TempDir
    Path folder;

    @Test
    void everythingAReaderNeedsIsThere() throws Exception {
        String html = html("The snow,\nnot the dog.");
        for (String part : List.of(
                "The snow,\nnot the dog.",
                "72.31 %",
                "(class 250)",
                Findings.HASH,
                "net.onnx",
                "224 x 224 pixels",
                "Grad-CAM",
                "Settings: layer automatic, relu true.",
                "Layer: conv.",
                "The boxed region holds ",
                "The dashed box holds ",
                "Selvaraju",
                "Does not show:",
                "share of the logit",
                "The values should add up to 5 and miss it by 0.01 (completeness error).",
                "Random map",
                "Better than every control.",
                "Worse than the random control",
                "share of the picture removed",
                "<polyline class=\"curve map\"",
                "<polyline class=\"curve edges\"",
                "The disagreement, 1 minus the mean, is 0.75.",
                "2  Gradient",
                "Half the answer is gone",
                "1.28.0 on CPU",
                "1.2.3",
                System.getProperty("java.version"),
                "1 March 2026, 09:30 UTC",
                "The report shows 2 of 9 pictures.",
                "The operator Foo has no gradient rule.",
                "seed 0",
                Findings.FOREIGN)) {
            assertTrue(html.contains(part), part);
        }
        assertTrue(html.indexOf("Grad-CAM</td>") < html.indexOf("Centre blob (control)"), "the best comes first");
    }

    @Test
    void hostileNamesStayText() throws Exception {
        String html = html(Findings.HOSTILE);
        assertFalse(html.contains("<script"), "a script got in");
        assertFalse(html.contains("\u202e"), "text is turned round");
        assertTrue(html.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;\ufffdgpj.exe"));
    }

    @Test
    void nothingIsLoadedFromElsewhere() throws Exception {
        String html = html("see http://example.org/a.png");
        List<String> sources = found("(?:src|href|data|action)=\"([^\"]{0,30})", html);
        assertEquals(2 * (1 + 2 * 2), sources.size());
        assertTrue(
                sources.stream().allMatch(source -> source.startsWith("data:image/png;base64,")), sources.toString());
        assertFalse(html.contains("@import") || html.contains("url("));
    }

    @Test
    void elementsAreClosedInOrder() throws Exception {
        List<String> open = new ArrayList<>();
        Matcher tags = Pattern.compile("<(/?)([a-z0-9]+)[^>]*>").matcher(html(""));
        while (tags.find()) {
            if (List.of("meta", "img", "col").contains(tags.group(2))) {
                continue;
            }
            if (tags.group(1).isEmpty()) {
                open.add(tags.group(2));
            } else {
                assertEquals(open.remove(open.size() - 1), tags.group(2));
            }
        }
        assertEquals(List.of(), open);
    }

    @Test
    void mapsAreDrawnOverThePictureWhereTheyBelong() throws Exception {
        List<String> images = found("base64,([A-Za-z0-9+/=]+)", html(""));
        byte[] png = Base64.getDecoder().decode(images.get(1));
        var reader = javax.imageio.ImageIO.getImageReadersByFormatName("png").next();
        reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(png)));
        var drawn = reader.read(0);
        reader.dispose();
        assertEquals(640, drawn.getWidth());
        ReportedPicture picture = Findings.picture("a");
        int expected = picture.drawn(picture.maps().get(0)).argb()[200 * 640 + 400];
        assertEquals(expected, drawn.getRGB(400, 200));
        assertTrue((expected & 0xffffff) != picture.picture().rgb(400, 200), "the map colours the picture");
    }

    @Test
    void aCancelledReportLeavesTheOldFile() throws Exception {
        Path file = folder.resolve("old.html");
        Files.writeString(file, "old");
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        assertThrows(CancelledException.class, () -> HtmlReport.write(Findings.report(""), file, cancellation));
        assertThrows(CancelledException.class, () -> PdfReport.write(Findings.report(""), file, cancellation));
        assertEquals("old", Files.readString(file));
    }

    private String html(String notes) throws Exception {
        Path file = folder.resolve("report.html");
        HtmlReport.write(Findings.report(notes), file, Progress.none());
        return Files.readString(file);
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .toList();
    }
}
