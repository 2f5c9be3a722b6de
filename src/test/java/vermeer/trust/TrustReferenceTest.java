package vermeer.trust;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.Gradient;
import vermeer.attribution.GuidedBackprop;
import vermeer.attribution.Subject;
import vermeer.engine.Engine;
import vermeer.image.Heatmap;
import vermeer.image.Picture;
import vermeer.image.PictureException;
import vermeer.image.PictureReader;
import vermeer.image.Region;
import vermeer.job.Progress;
import vermeer.model.Models;
import vermeer.model.OpenModel;
import vermeer.model.Target;
import vermeer.tensor.Npy;
import vermeer.tensor.Tensor;

/** The measures on a real network: against independent curves, and with the verdicts that the literature gives. */
class TrustReferenceTest {
    private static final Path SHARED = Path.of(System.getProperty("user.dir")).resolveSibling("shared");
    private static Engine engine;
    private static OpenModel model;

    @BeforeAll
    static void open() throws Exception {
        assumeTrue(Files.isDirectory(SHARED.resolve("reference")), "../shared/reference is not there");
        engine = Engine.start();
        model = new Models(engine, List.of())
                .open(SHARED.resolve("models/mobilenet_v2.onnx"), Optional.empty(), Progress.none());
    }

    @AfterAll
    static void close() {
        if (engine != null) {
            model.close();
            engine.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"chelsea", "flower", "370_n02484975_guenon"})
    void deletionAndInsertionEqualTheReferenceCurves(String picture) throws Exception {
        Path folder = SHARED.resolve("reference/mobilenet_v2").resolve(picture);
        JsonNode facts = new ObjectMapper()
                .readTree(SHARED.resolve("reference/index.json").toFile())
                .get("mobilenet_v2/" + picture);
        Region region = new Region(0, 0, 224, 224);
        Subject subject = new Subject(
                Npy.read(folder.resolve("input.npy")).reshape(1, 3, 224, 224),
                region,
                Target.of(facts.get("target").asInt(), "target"));
        Tensor map = Npy.read(folder.resolve("gradcam_224.npy"));
        Evidence evidence = Evidence.of(model, subject, new Heatmap(224, 224, map.data(), region, "Grad-CAM"));

        Reading deletion = new Deletion().read(evidence, Progress.none());
        Reading insertion = new Insertion().read(evidence, Progress.none());
        assertArrayEquals(
                Npy.read(folder.resolve("deletion_curve.npy")).data(),
                deletion.curves().get(0).values(),
                0.01f);
        assertArrayEquals(
                Npy.read(folder.resolve("insertion_curve.npy")).data(),
                insertion.curves().get(0).values(),
                0.01f);
        assertEquals(facts.get("deletion_auc").asDouble(), deletion.value(), 0.01);
        assertEquals(facts.get("insertion_auc").asDouble(), insertion.value(), 0.01);
    }

    @Test
    void theGradientDependsOnTheModelAndGuidedBackpropagationDoesNot() throws Exception {
        assertVerdicts(subjects(2), new Randomisation(4, 1));
    }

    @Test
    @Tag("full")
    void theVerdictsHoldOverTenPicturesAndThreeSeeds() throws Exception {
        assertVerdicts(subjects(10), new Randomisation(4, 3));
    }

    private static void assertVerdicts(List<Subject> subjects, Randomisation test) throws Exception {
        Randomisation.Verdict gradient = verdict(test, new Gradient(), subjects);
        Randomisation.Verdict guided = verdict(test, new GuidedBackprop(), subjects);
        assertTrue(gradient.sensitive(), gradient.sentence("Gradient"));
        assertFalse(guided.sensitive(), guided.sentence("Guided backpropagation"));
        assertTrue(gradient.correlation() <= 0.5, gradient.sentence("Gradient"));
    }

    private static Randomisation.Verdict verdict(Randomisation test, AttributionMethod method, List<Subject> subjects)
            throws Exception {
        return test.test(model, method, subjects, Progress.none());
    }

    private static List<Subject> subjects(int count) throws Exception {
        List<Subject> subjects = new ArrayList<>();
        try (Stream<Path> files = Files.list(SHARED.resolve("images/imagenet"))) {
            for (Path file : files.sorted().limit(count).toList()) {
                PictureReader reader = new PictureReader((path, progress) -> {
                    throw new PictureException("not needed here");
                });
                Picture picture = reader.read(file, Progress.none());
                int label = Integer.parseInt(file.getFileName().toString().substring(0, 3));
                subjects.add(new Subject(
                        model.preprocessing().input(picture),
                        model.preprocessing().seen(picture),
                        Target.of(label, "label")));
            }
        }
        return subjects;
    }
}
