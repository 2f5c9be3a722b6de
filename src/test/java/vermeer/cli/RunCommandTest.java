package vermeer.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.AttributionMethods;
import vermeer.attribution.Gradient;
import vermeer.attribution.Occlusion;
import vermeer.image.InputProfile;
import vermeer.image.PictureException;
import vermeer.image.PictureReader;
import vermeer.image.ProfileJson;
import vermeer.job.Cancellation;
import vermeer.model.Models;
import vermeer.model.Sha256;
import vermeer.model.Target;
import vermeer.session.Explanation;
import vermeer.session.FileReference;
import vermeer.session.Session;
import vermeer.session.SessionFile;
import vermeer.session.SessionPicture;
import vermeer.setting.Settings;
import vermeer.tensor.Npy;

/** Sessions replayed from file to files, and reports, on a network that is known by heart. */
class RunCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final LazyEngine engine = new LazyEngine();
    private Path model;
    private Path red;
    private Path blue;
    private Path maps;

    @BeforeEach
    void writeFiles() throws Exception {
        model = TinyNetwork.write(folder);
        red = TinyNetwork.picture(folder.resolve("red.png"), 0xff0000);
        blue = TinyNetwork.picture(folder.resolve("blue.png"), 0x0000ff);
        maps = folder.resolve("maps");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aSessionGivesWhatExplainGives() throws Exception {
        Path session = save(
                Explanation.of(occlusion("8"), Target.of(0, "red"), OptionalInt.of(0)),
                Explanation.of(occlusion("16"), Target.of(0, "red"), OptionalInt.of(0)),
                new Explanation("gradient", Map.of(), List.of(), OptionalInt.empty()),
                Explanation.of(new Gradient(), Target.contrast(2, "blue", 0, "red"), OptionalInt.of(1)));
        assertEquals(0, run("run", session, "--out", maps), err.toString());
        assertEquals(
                List.of(
                        "blue.gradient.2",
                        "blue.gradient.2-not-0",
                        "red.gradient.0",
                        "red.occlusion.0",
                        "red.occlusion.0-2"),
                stems());
        Path again = folder.resolve("again");
        run(
                "explain",
                "--model",
                model,
                "--method",
                "occlusion",
                "--set",
                "window=8",
                "--set",
                "stride=8",
                "--out",
                again,
                red);
        assertArrayEquals(
                Files.readAllBytes(again.resolve("red.occlusion.0.npy")),
                Files.readAllBytes(maps.resolve("red.occlusion.0.npy")));
        String html = Files.readString(maps.resolve("report.html"));
        assertTrue(html.contains("Red decides &amp; blue does not."));
        assertTrue(html.contains("a note on red"));
        assertTrue(html.contains(Sha256.of(model).orElseThrow())
                && html.contains(Sha256.of(red).orElseThrow()));
        assertTrue(html.contains("blue, navy rather than red, scarlet"));
        try (PDDocument pdf = Loader.loadPDF(maps.resolve("report.pdf").toFile())) {
            assertTrue(pdf.getNumberOfPages() >= 2);
        }
    }

    @Test
    void otherPicturesAreExplainedWithTheSessionsQuestions() throws Exception {
        Path session = save(
                Explanation.of(new Gradient(), Target.of(1, "green"), OptionalInt.of(0)),
                Explanation.of(new Gradient(), Target.of(1, "green"), OptionalInt.of(1)));
        TinyNetwork.picture(folder.resolve("others/sub/a.png"), 0xff0000);
        assertEquals(0, run("run", session, "--images", folder.resolve("others"), "--out", maps), err.toString());
        assertTrue(Files.exists(maps.resolve("sub/a.gradient.1.png")));
        assertEquals(1, out.toString().lines().count(), out.toString());
        assertEquals(0, run("run", session, "--predicted", "--images", folder.resolve("others"), "--out", maps));
        assertTrue(Files.exists(maps.resolve("sub/a.gradient.0.png")));
    }

    @Test
    void missingAndChangedPicturesAreNamedAndTheRestIsDone() throws Exception {
        Path session = save(new Explanation("gradient", Map.of(), List.of(), OptionalInt.empty()));
        Files.delete(red);
        assertEquals(1, run("run", session, "--out", maps));
        assertTrue(err.toString().contains("red.png' is not there any more; say where it is now."), err.toString());
        assertEquals(List.of("blue.gradient.2"), stems());
        TinyNetwork.picture(blue, 0x00ff00);
        assertEquals(1, run("run", session, "--out", folder.resolve("none")));
        assertTrue(err.toString().contains("blue.png' has changed"), err.toString());
        assertFalse(Files.exists(folder.resolve("none")));
    }

    @Test
    void aMissingOrChangedModelIsAskedFor() throws Exception {
        Path session = save(new Explanation("gradient", Map.of(), List.of(), OptionalInt.empty()));
        Path elsewhere = folder.resolve("elsewhere.onnx");
        Files.move(model, elsewhere);
        assertEquals(1, run("run", session, "--out", maps));
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertTrue(err.toString().contains("tiny.onnx' is not there any more; say where it is with --model FILE."));
        assertEquals(0, run("run", session, "--model", elsewhere, "--out", maps), err.toString());
        Files.writeString(model, "something else");
        assertEquals(1, run("run", session, "--out", maps));
        assertTrue(err.toString().contains("has changed since"), err.toString());
    }

    @Test
    void theProfileThatTheUserEditedIsReplayed() throws Exception {
        InputProfile own = ProfileJson.read(folder.resolve("tiny.profile.json"), InputProfile.imageNet(32, 32))
                .profile();
        InputProfile edited =
                ProfileJson.parse("{\"channels\": \"BGR\"}", "edited", own).profile();
        Session saved = session(new Explanation("gradient", Map.of(), List.of(), OptionalInt.empty()));
        Path session = folder.resolve("edited.vermeer");
        SessionFile.write(
                new Session(
                        saved.model(), Optional.of(edited), saved.pictures(), saved.explanations(), "", saved.views()),
                session);
        assertEquals(0, run("run", session, "--out", maps), err.toString());
        assertEquals(List.of("blue.gradient.0", "red.gradient.2"), stems());
    }

    @Test
    void whatCannotBeReplayedIsOneSentence() throws Exception {
        assertEquals(1, run("run", folder.resolve("none.vermeer"), "--out", maps));
        assertOneSentence("There is no session");
        assertEquals(1, run("run", save(), "--out", maps));
        assertOneSentence("asks for no explanation");
        assertEquals(
                1, run("run", save(new Explanation("magic", Map.of(), List.of(), OptionalInt.empty())), "--out", maps));
        assertOneSentence("'magic'");
        Explanation far =
                new Explanation("gradient", Map.of(), List.of(new Explanation.Weight(9, 1)), OptionalInt.empty());
        assertEquals(1, run("run", save(far), "--out", maps));
        assertOneSentence("class 9");
        assertEquals(2, run("run", save(far)));
    }

    @Test
    void allMethodsAreTriedAndReported() throws Exception {
        Path html = folder.resolve("r/all.html");
        assertEquals(
                0,
                run(
                        "explain",
                        "--model",
                        model,
                        "--method",
                        "all",
                        "--measure",
                        "deletion",
                        "--report",
                        html,
                        "--report",
                        folder.resolve("r/all.pdf"),
                        "--out",
                        maps,
                        red),
                err.toString());
        assertTrue(err.toString().contains(" methods, about "), "what takes long is said beforehand");
        String report = Files.readString(html);
        for (AttributionMethod method : AttributionMethods.all()) {
            boolean made = Files.exists(maps.resolve("red." + method.name() + ".0.png"));
            assertEquals(
                    !made, err.toString().contains(method.title() + " cannot explain this model: "), method.name());
            assertTrue(report.contains(method.title()), method.name());
        }
        assertTrue(stems().size() > 5);
        assertTrue(report.contains("Edge detector (control)"), "controls stand in the ranking");
        assertTrue(report.contains("<polyline class=\"curve edges\""), "controls have their curves");
        assertTrue(report.contains("The disagreement, 1 minus the mean"), "methods are compared");
        assertTrue(Files.size(folder.resolve("r/all.pdf")) > 10_000);
    }

    @Test
    void whyThisClassAndNotThatIsExplainedByTheDifferenceOfTheirLogits() throws Exception {
        for (String against : List.of("", "blue", "green")) {
            List<Object> arguments =
                    new ArrayList<>(List.of("explain", "--model", model, "--method", "gradient-x-input"));
            arguments.addAll(against.isEmpty() ? List.of() : List.of("--against", against));
            arguments.addAll(List.of("--out", maps, red));
            assertEquals(0, run(arguments.toArray()), err.toString());
        }
        assertEquals(
                List.of("red.gradient-x-input.0", "red.gradient-x-input.0-not-1", "red.gradient-x-input.0-not-2"),
                stems());
        float[] alone = Npy.read(maps.resolve("red.gradient-x-input.0.npy")).data();
        float[] contrast =
                Npy.read(maps.resolve("red.gradient-x-input.0-not-2.npy")).data();
        assertArrayEquals(alone, contrast, 1e-6f, "a red picture has nothing blue that could be held against it");
        assertTrue(Files.readString(maps.resolve("red.gradient-x-input.0-not-2.json"))
                .contains("rather than"));
    }

    @Test
    void aPictureOfTheVeryClassIsNamedAndTheOthersGoOn() throws Exception {
        assertEquals(
                1,
                run(
                        "trust",
                        "--model",
                        model,
                        "--method",
                        "gradient",
                        "--measure",
                        "deletion",
                        "--against",
                        "blue",
                        red,
                        blue));
        assertTrue(err.toString().contains("blue.png is predicted to be blue, navy itself"), err.toString());
        assertTrue(out.toString().contains("red, scarlet rather than blue, navy"), out.toString());
        assertEquals(
                2, run("explain", "--model", model, "--method", "gradient", "--target", "0", "--against", "red", red));
        assertTrue(err.toString().contains("--against names the class of --target itself"), err.toString());
    }

    @Test
    void theCurvesOfTheMapAndOfTheControlsArePrinted() throws Exception {
        assertEquals(
                0,
                run(
                        "trust",
                        "--model",
                        model,
                        "--method",
                        "gradient",
                        "--measure",
                        "insertion",
                        "--format",
                        "json",
                        red),
                err.toString());
        var reading =
                new ObjectMapper().readTree(out.toString()).get("readings").get(0);
        assertEquals(29, reading.get("curves").get(0).get("values").size());
        assertEquals(
                29,
                reading.get("controlCurves")
                        .get("Edge detector")
                        .get(0)
                        .get("values")
                        .size());
        assertFalse(reading.get("verdict").textValue().isBlank());
    }

    @Test
    void aMapFromAFileIsJudgedAndWhatCannotJudgeItSaysWhy() throws Exception {
        assertEquals(0, run("explain", "--model", model, "--method", "gradient-x-input", "--out", maps, red));
        Path map = maps.resolve("red.gradient-x-input.0.npy");
        assertEquals(
                0,
                run(
                        "trust",
                        "--model",
                        model,
                        "--map",
                        map,
                        "--measure",
                        "sparseness",
                        "--measure",
                        "max-sensitivity",
                        red),
                err.toString());
        assertTrue(out.toString().contains("sparseness"), out.toString());
        assertTrue(out.toString().contains("max-sensitivity  not measured: A map from a file"), out.toString());
    }

    @Test
    void wrongUsageOfReportsIsSaid() {
        assertEquals(2, run("explain", "--model", model, "--method", "gradient", "--report", "a.txt", red));
        assertTrue(err.toString().startsWith("A report is a .html or a .pdf file, not 'a.txt'."));
        assertEquals(2, run("explain", "--model", model, "--method", "all", "--set", "a=b", red));
        assertTrue(err.toString().startsWith("--set needs one method"));
        assertEquals(2, run("explain", "--model", model, "--method", "gradient", "--measure", "deletion", red));
        assertTrue(err.toString().startsWith("--measure needs a --report"));
    }

    @Test
    void aMethodThatFailsIsToldInTheReportAndTheOthersAreMade() throws Exception {
        Path session = save(
                new Explanation(
                        "expected-gradients",
                        Map.of("folder", folder.resolve("none").toString()),
                        List.of(),
                        OptionalInt.of(0)),
                new Explanation("gradient", Map.of(), List.of(), OptionalInt.of(0)));
        assertEquals(1, run("run", session, "--out", maps));
        assertTrue(err.toString().contains("Expected gradients of"), err.toString());
        assertEquals(List.of("red.gradient.0"), stems());
        assertTrue(Files.readString(maps.resolve("report.html")).contains("failed: "), "the report says it too");
    }

    @Test
    void regionsAndTheUsersBoxAreDrawnAndListed() throws Exception {
        String[] plain = {"explain", "--model", "" + model, "--method", "gradient-x-input", "--out"};
        assertEquals(0, run(join(plain, maps, red)), err.toString());
        byte[] without = Files.readAllBytes(maps.resolve("red.gradient-x-input.0.png"));
        Path html = folder.resolve("boxed.html");
        assertEquals(
                0, run(join(plain, maps, "--regions", "--box", "0,0,24,16", "--report", html, red)), err.toString());
        assertFalse(Arrays.equals(without, Files.readAllBytes(maps.resolve("red.gradient-x-input.0.png"))));
        var json = new ObjectMapper()
                .readTree(maps.resolve("red.gradient-x-input.0.json").toFile());
        assertEquals(1, json.get("regions").get(0).get("share").doubleValue(), 1e-6, "red is in one square only");
        assertTrue(json.get("box").get("hit").booleanValue());
        assertEquals(0.25, json.get("box").get("area").doubleValue());
        assertTrue(Files.readString(html).contains("The dashed box holds 100.0 % of the evidence"));
        assertEquals(2, run(join(plain, maps, "--box", "1,2,3", red)));
        assertTrue(err.toString().startsWith("--box takes four numbers"), err.toString());
    }

    private static Object[] join(String[] first, Object... rest) {
        return Stream.concat(Arrays.stream(first), Arrays.stream(rest)).toArray();
    }

    private static Occlusion occlusion(String window) throws Exception {
        return Settings.apply(new Occlusion(), Map.of("window", window, "stride", "8"));
    }

    private Path save(Explanation... explanations) throws Exception {
        Path file = folder.resolve("finding.vermeer");
        SessionFile.write(session(explanations), file);
        return file;
    }

    private Session session(Explanation... explanations) throws Exception {
        return new Session(
                Optional.of(reference(model)),
                Optional.empty(),
                List.of(new SessionPicture(reference(red), "a note on red"), new SessionPicture(reference(blue), "")),
                List.of(explanations),
                "Red decides & blue does not.",
                Session.empty().views());
    }

    private static FileReference reference(Path file) {
        return new FileReference(file, Sha256.of(file).orElseThrow());
    }

    private List<String> stems() throws Exception {
        try (Stream<Path> files = Files.list(maps)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - 5))
                    .sorted()
                    .toList();
        }
    }

    private int run(Object... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Surroundings surroundings = new Surroundings(
                new Terminal(new PrintWriter(out), new PrintWriter(err), false),
                new PictureReader((file, progress) -> {
                    throw new PictureException("no worker here");
                }),
                () -> new Models(engine.get(), List.of()),
                engine,
                window -> {},
                new Cancellation());
        return new CommandRunner(surroundings)
                .run(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    }

    private void assertOneSentence(String part) {
        assertTrue(err.toString().contains(part), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
    }
}
