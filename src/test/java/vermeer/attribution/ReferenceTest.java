package vermeer.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vermeer.engine.Engine;
import vermeer.image.Region;
import vermeer.job.Progress;
import vermeer.model.Models;
import vermeer.model.OpenModel;
import vermeer.tensor.Npy;
import vermeer.tensor.Tensor;

/** Real networks and pictures, compared with PyTorch and Captum; skipped where those values are not at hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferenceTest {
    private static final Path SHARED = Path.of(System.getProperty("user.dir"), "..", "shared");
    private static final Path REFERENCE = SHARED.resolve("reference");

    private final Map<String, OpenModel> models = new HashMap<>();
    private Engine engine;

    /** One picture's values for one network. */
    record Case(String network, String picture, int target) {
        Tensor read(String name) throws Exception {
            return Npy.read(REFERENCE.resolve(network).resolve(picture).resolve(name + ".npy"));
        }

        @Override
        public String toString() {
            return network + ", " + picture;
        }
    }

    @BeforeAll
    void start() throws Exception {
        engine = Engine.start();
    }

    @AfterAll
    void close() {
        models.values().forEach(OpenModel::close);
        engine.close();
    }

    static List<Case> cases() throws Exception {
        assumeTrue(
                Files.exists(REFERENCE), "the reference values of PyTorch and Captum are not at ../shared/reference");
        JsonNode index =
                new ObjectMapper().readTree(REFERENCE.resolve("index.json").toFile());
        List<Case> cases = new ArrayList<>();
        index.properties().forEach(entry -> {
            String[] names = entry.getKey().split("/");
            cases.add(
                    new Case(names[0], names[1], entry.getValue().get("target").intValue()));
        });
        return cases;
    }

    static List<Case> aCaseOfEachNetwork() throws Exception {
        Map<String, Case> first = new LinkedHashMap<>();
        cases().forEach(given -> first.putIfAbsent(given.network(), given));
        return List.copyOf(first.values());
    }

    static List<Case> casesOfMobileNet() throws Exception {
        return cases().stream()
                .filter(given -> given.network().equals("mobilenet_v2"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradientEqualsPyTorch(Case given) throws Exception {
        assertSameDirection(0.9999, given.read("gradient"), channels(explain(given, new Gradient())));
    }

    @ParameterizedTest
    @MethodSource("casesOfMobileNet")
    void guidedBackpropagationEqualsPyTorch(Case given) throws Exception {
        assertSameDirection(0.9999, given.read("guided_backprop"), channels(explain(given, new GuidedBackprop())));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradCamEqualsPyTorch(Case given) throws Exception {
        Tensor expected = given.read("gradcam");
        Attribution actual = explain(given, new GradCam());
        assertEquals(expected.shape()[0], actual.map().height());
        assertSameDirection(0.9999, expected, map(actual));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theOtherClassActivationMapsEqualTheirReference(Case given) throws Exception {
        Map<String, AttributionMethod> methods = Map.of(
                "gradcam_plusplus", new GradCamPlusPlus(),
                "hirescam", new HiResCam(),
                "layercam", new LayerCam(),
                "xgradcam", new XGradCam());
        for (Map.Entry<String, AttributionMethod> entry : methods.entrySet()) {
            assertSameDirection(0.9999, given.read(entry.getKey()), map(explain(given, entry.getValue())));
        }
    }

    @ParameterizedTest
    @MethodSource("aCaseOfEachNetwork")
    void integratedGradientsEqualCaptum(Case given) throws Exception {
        Attribution actual = explain(given, new IntegratedGradients(50, Baseline.ZERO, Reduction.SUM));
        assertSameDirection(0.999, given.read("integrated_gradients"), channels(actual));
    }

    @Tag("full")
    @ParameterizedTest
    @MethodSource("cases")
    void integratedGradientsEqualCaptumOnEveryPicture(Case given) throws Exception {
        integratedGradientsEqualCaptum(given);
    }

    @ParameterizedTest
    @MethodSource("aCaseOfEachNetwork")
    void occlusionEqualsCaptum(Case given) throws Exception {
        Tensor expected = given.read("occlusion_w32_s16");
        Tensor actual = map(explain(given, new Occlusion(32, 16, Baseline.ZERO, Measure.LOGIT)));
        double largest = 0;
        double error = 0;
        for (int i = 0; i < expected.data().length; i++) {
            largest = Math.max(largest, Math.abs(expected.data()[i]));
            error = Math.max(error, Math.abs(expected.data()[i] - actual.data()[i]));
        }
        assertTrue(error <= 1e-3 * largest, error + " of " + largest);
    }

    @Tag("full")
    @ParameterizedTest
    @MethodSource("cases")
    void occlusionEqualsCaptumOnEveryPicture(Case given) throws Exception {
        occlusionEqualsCaptum(given);
    }

    private Attribution explain(Case given, AttributionMethod method) throws Exception {
        OpenModel model = models.get(given.network());
        if (model == null) {
            Path file = SHARED.resolve("models").resolve(given.network() + ".onnx");
            model = new Models(engine, List.of()).open(file, Optional.empty(), Progress.none());
            models.put(given.network(), model);
        }
        Subject subject = new Subject(given.read("input"), new Region(0, 0, 224, 224), model.target(given.target()));
        return method.explain(model, subject, Sketch.none(), Progress.none());
    }

    private static Tensor channels(Attribution attribution) {
        return attribution.channels().orElseThrow();
    }

    private static Tensor map(Attribution attribution) {
        return new Tensor(
                new int[] {attribution.map().height(), attribution.map().width()},
                attribution.map().values());
    }

    private static void assertSameDirection(double least, Tensor expected, Tensor actual) {
        assertEquals(expected.data().length, actual.data().length);
        double product = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < expected.data().length; i++) {
            product += (double) expected.data()[i] * actual.data()[i];
            first += (double) expected.data()[i] * expected.data()[i];
            second += (double) actual.data()[i] * actual.data()[i];
        }
        double cosine = product / Math.sqrt(first * second);
        assertTrue(cosine >= least, "cosine " + cosine);
        assertEquals(Math.sqrt(first), Math.sqrt(second), (1 - least) * 50 * Math.sqrt(first), "length");
    }
}
