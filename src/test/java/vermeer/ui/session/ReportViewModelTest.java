package vermeer.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.job.DirectJobRunner;
import vermeer.trust.Deletion;
import vermeer.trust.Insertion;
import vermeer.ui.Pictures;
import vermeer.ui.ToyServices;
import vermeer.ui.job.JobViewModel;
import vermeer.ui.workbench.Workbench;

/** What the window's report holds. */
class ReportViewModelTest {
    @TempDir
    Path home;

    private final DirectJobRunner runner = new DirectJobRunner();
    private Workbench workbench;

    @BeforeEach
    void explain() throws Exception {
        workbench = new Workbench(ToyServices.in(home, List.of()), runner, new JobViewModel());
        Path one = Pictures.write(Pictures.redAndBlueSquare(), home.resolve("red and blue.png"));
        Path other = Pictures.write(Pictures.blueSquare(), home.resolve("blue.png"));
        Path unasked = Pictures.write(Pictures.redSquare(), home.resolve("unasked.png"));
        workbench.opening().onFiles(List.of(one, other, unasked, home.resolve("net.onnx")));
    }

    @Test
    void theReportHoldsEverythingThatWasAskedAndFound() throws Exception {
        workbench.method().choose("gradient-x-input");
        workbench.trust().measures().measure(workbench.trust().measures().rows().get(0));
        workbench.method().choose("occlusion");
        workbench.strip().select(workbench.strip().items().get(1));
        workbench.method().chooseNone();
        workbench.sessions().session().notesProperty().set("The blue corner <decides>.");
        workbench.sessions().session().pictureNoteProperty().set("A jay.");
        String html = write(List.of());
        for (String part : List.of(
                "The blue corner &lt;decides&gt;.",
                "A jay.",
                "Gradient × input: scarlet macaw",
                "Occlusion: scarlet macaw",
                "Occlusion: blue jay",
                "<polyline class=\"curve map\"",
                "<polyline class=\"curve edges\"",
                "Better than every control.",
                "Do the maps of scarlet macaw agree?",
                "The report shows 2 of 3 pictures: those with maps or notes.")) {
            assertTrue(html.contains(part), part);
        }
        assertFalse(html.contains("unasked.png"));
        assertTrue(Files.size(home.resolve("r.pdf")) > 10_000);
    }

    @Test
    void whatWasNotMeasuredYetIsMeasuredForTheReportAndRemembered() throws Exception {
        workbench.method().choose("gradient-x-input");
        assertFalse(write(List.of()).contains("Can it be believed?"));
        assertTrue(write(List.of(new Insertion(), new Deletion())).contains("Can it be believed?"));
        workbench.trust().measures().refresh();
        assertEquals(
                2,
                workbench.trust().measures().rows().stream()
                        .filter(row -> row.judgementProperty().get() != null)
                        .count());
    }

    @Test
    void withoutAMapThePictureInSightIsReported() throws Exception {
        String html = write(List.of());
        assertTrue(html.contains("red and blue.png"));
        assertTrue(html.contains("scarlet macaw"));
    }

    private String write(List<vermeer.trust.TrustMeasure> measures) throws Exception {
        Path html = home.resolve("r.html");
        workbench
                .sessions()
                .report()
                .write(new ReportRequest("Why?", measures, false, List.of(html, home.resolve("r.pdf"))));
        assertTrue(Files.exists(html), () -> workbench.notices().shown().toString());
        return Files.readString(html);
    }
}
