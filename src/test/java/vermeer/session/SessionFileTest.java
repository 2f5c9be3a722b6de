package vermeer.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.attribution.GradCam;
import vermeer.attribution.Occlusion;
import vermeer.job.Progress;
import vermeer.model.Sha256;
import vermeer.model.Target;
import vermeer.report.Judgement;
import vermeer.trust.Control;
import vermeer.trust.Curve;
import vermeer.trust.Deletion;
import vermeer.trust.Randomisation;
import vermeer.trust.Reading;
import vermeer.trust.Road;

/** Sessions through files: what is saved comes back, what is damaged or newer is refused and left alone. */
class SessionFileTest {
    @TempDir
    Path folder;

    @Test
    void whatIsSavedComesBack() throws Exception {
        Session session = session();
        SessionFile.write(session, folder.resolve("a.vermeer"));
        assertEquals(session, SessionFile.read(folder.resolve("a.vermeer")));
        assertEquals(
                new Occlusion(),
                SessionFile.read(folder.resolve("a.vermeer"))
                        .explanations()
                        .get(1)
                        .attribution());
    }

    @Test
    void aFolderMayBeMovedAsAWhole() throws Exception {
        Path before = Files.createDirectories(folder.resolve("before"));
        Session session = sessionIn(before);
        SessionFile.write(session, before.resolve("s.vermeer"));
        Path after = folder.resolve("after");
        Files.move(before, after);
        Session moved = SessionFile.read(after.resolve("s.vermeer"));
        assertEquals(after.resolve("net.onnx"), moved.model().orElseThrow().path());
        assertEquals(List.of(), FileProblem.in(moved, Progress.none()));
    }

    @Test
    void aNewerFileIsRefusedAndLeftAlone() throws Exception {
        Path file = folder.resolve("new.vermeer");
        Files.writeString(file, "{\"vermeerSession\": 2, \"surprise\": []}");
        byte[] before = Files.readAllBytes(file);
        String sentence = refused(file);
        assertEquals("'new.vermeer' was saved by a newer version of Vermeer; open it with that one.", sentence);
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void whatIsNoSessionIsRefusedInOneSentence() throws Exception {
        for (String text : List.of(
                "",
                "[]",
                "null",
                "{}",
                "{\"vermeerSession\": \"1\"}",
                "{\"vermeerSession\": 1,",
                "{\"vermeerSession\": 1, \"pictures\": {}}",
                "{\"vermeerSession\": 1, \"pictures\": [{\"path\": \"a\", \"sha256\": \"xyz\"}]}",
                "{\"vermeerSession\": 1, \"pictures\": [{\"path\": \"a\\u0000b\", \"sha256\": \"" + "0".repeat(64)
                        + "\"}]}",
                "{\"vermeerSession\": 1, \"explanations\": [{\"method\": \"gradient\", \"picture\": 0}]}",
                "{\"vermeerSession\": 1, \"explanations\": [{\"method\": \"gradient\", \"target\": [{\"index\": -1,"
                        + " \"weight\": 1}]}]}",
                "{\"vermeerSession\": 1, \"profile\": {\"height\": -5}}",
                "{\"vermeerSession\": 1, \"notes\": \"a\", \"notes\": \"b\"}",
                "{\"vermeerSession\": 1, \"views\": " + "[".repeat(100_000) + "}",
                "{\"vermeerSession\": 1, \"views\": " + "9".repeat(10_000) + "}",
                "{\"vermeerSession\": 1} {}")) {
            Path file = folder.resolve("hostile.vermeer");
            Files.writeString(file, text);
            String sentence = refused(file);
            assertTrue(sentence.contains("'hostile.vermeer'") && sentence.endsWith("."), sentence);
            assertEquals(1, sentence.lines().count(), sentence);
        }
        assertTrue(refused(folder.resolve("none.vermeer")).startsWith("There is no session"));
    }

    @Test
    void missingAndChangedFilesAreNamedOneSentenceEach() throws Exception {
        Session session = sessionIn(folder);
        assertEquals(List.of(), FileProblem.in(session, Progress.none()));
        Files.writeString(folder.resolve("net.onnx"), "retrained");
        Files.delete(folder.resolve("a.png"));
        List<FileProblem> problems = FileProblem.in(session, Progress.none());
        assertEquals(
                List.of(FileProblem.Kind.CHANGED, FileProblem.Kind.MISSING),
                problems.stream().map(FileProblem::kind).toList());
        assertTrue(problems.get(0).sentence().contains("net.onnx' has changed"));
        FileReference copy = reference(folder.resolve("copy.png"), "picture");
        Session found = session.with(problems.get(1).file(), copy);
        assertEquals(1, FileProblem.in(found, Progress.none()).size());
        assertEquals(copy, found.pictures().get(0).file());
    }

    @Test
    void whoeverReadsViewsCannotChangeTheSession() {
        Session session = Session.empty();
        ((com.fasterxml.jackson.databind.node.ObjectNode) session.views()).put("zoom", 2);
        assertFalse(session.views().has("zoom"));
    }

    @Test
    void aMethodOrSettingOfAnotherVersionIsNamed() {
        Explanation unknown = new Explanation("magic", Map.of(), List.of(), OptionalInt.empty());
        assertTrue(assertThrows(SessionException.class, unknown::attribution)
                .getMessage()
                .contains("'magic'"));
        Explanation setting = new Explanation("grad-cam", Map.of("colour", "red"), List.of(), OptionalInt.empty());
        assertTrue(assertThrows(SessionException.class, setting::attribution)
                .getMessage()
                .contains("Grad-CAM"));
    }

    private String refused(Path file) {
        return assertThrows(SessionException.class, () -> SessionFile.read(file))
                .getMessage();
    }

    private Session session() throws Exception {
        return sessionIn(folder);
    }

    private static Session sessionIn(Path folder) throws Exception {
        return new Session(
                Optional.of(reference(folder.resolve("net.onnx"), "network")),
                Optional.of(vermeer.image.InputProfile.imageNet(224, 192)),
                List.of(new SessionPicture(reference(folder.resolve("a.png"), "picture"), "a husky \"called\"\nwolf")),
                List.of(
                        Explanation.of(new GradCam("features", false), Target.of(3, "cat"), OptionalInt.of(0)),
                        Explanation.of(new Occlusion(), Target.contrast(1, "a", 2, "b"), OptionalInt.empty())),
                "Snow decides.",
                List.of(finding()),
                new ObjectMapper().readTree("{\"grid\": [1, 2.5, null], \"zoom\": 1e-3}"));
    }

    private static Finding finding() {
        Curve curve = new Curve("deletion", new float[] {0, 1f / 3, 1}, new float[] {0.1f, Float.MIN_VALUE, 1e30f});
        Reading reading = new Reading("deletion", 0.1 + 0.2, List.of(curve), "Half \"of\" it.");
        return new Finding(
                Explanation.of(new GradCam("features", false), Target.of(3, "cat"), OptionalInt.of(0)),
                0xffff_ffffL,
                "net \u00e9 CPU",
                List.of(
                        new Judgement(new Deletion(), reading, Map.of(Control.EDGES, reading)),
                        new Judgement(new Road(0.5, 7), new Reading("road", -1e-300, List.of(), "No."), Map.of())),
                Optional.of(new Randomisation.Verdict(curve, curve, 0.91, false)));
    }

    @Test
    void aFileFromBeforeMeasuresWereKeptOpensAndOneOfAMeasureNobodyKnowsToo() throws Exception {
        Path file = folder.resolve("old.vermeer");
        SessionFile.write(session(), file);
        ObjectMapper json = new ObjectMapper();
        ObjectNode tree = (ObjectNode) json.readTree(file.toFile());
        ((ObjectNode) tree.at("/findings/0/measures/1")).put("measure", "of-tomorrow");
        Files.writeString(file, tree.toString());
        assertEquals(1, SessionFile.read(file).findings().get(0).judgements().size());
        tree.remove("findings");
        Files.writeString(file, tree.toString());
        assertEquals(List.of(), SessionFile.read(file).findings());
    }

    @Test
    void measuresGoWithTheirPictures() throws Exception {
        Session session = session();
        FileReference picture = session.pictures().get(0).file();
        assertEquals(session.findings(), session.with(picture, picture).findings());
        assertEquals(List.of(), session.without(picture).findings());
    }

    private static FileReference reference(Path file, String content) throws Exception {
        Files.writeString(file, content);
        return new FileReference(file, Sha256.of(file).orElseThrow());
    }
}
