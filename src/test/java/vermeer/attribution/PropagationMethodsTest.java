package vermeer.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vermeer.engine.Engine;
import vermeer.graph.gradient.RelevanceRule;
import vermeer.image.Layout;
import vermeer.image.Region;
import vermeer.job.Progress;
import vermeer.model.Models;
import vermeer.model.OpenModel;
import vermeer.model.Target;
import vermeer.tensor.Npy;
import vermeer.tensor.Tensor;

/** DeepLIFT, LRP and FullGrad: their values account for the logit, on a planted network and on real ones. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PropagationMethodsTest {
    private static final Path SHARED = Path.of(System.getProperty("user.dir"), "..", "shared");
    private static final Path REFERENCE = SHARED.resolve("reference");
    private static final List<String> NETWORKS = List.of("mobilenet_v2", "efficientnet_lite0");

    private final PlantedNetwork planted = new PlantedNetwork(Layout.NCHW, false);
    private Engine engine;
    private final Map<String, OpenModel> models = new HashMap<>();

    @BeforeAll
    void open() throws Exception {
        engine = Engine.start();
    }

    @AfterAll
    void close() {
        models.values().forEach(OpenModel::close);
        engine.close();
    }

    @Test
    void deepLiftOfThePlantedNetworkAddsUp() throws Exception {
        Map<String, Double> facts = ofPlanted(new DeepLift()).facts();
        assertEquals(expected(), facts.get("expected"), 1e-4);
        assertEquals(expected(), facts.get("sum"), 1e-4);
    }

    @Test
    void fullGradOfThePlantedNetworkAddsUp() throws Exception {
        Map<String, Double> facts = ofPlanted(new FullGrad()).facts();
        assertEquals(expected(), facts.get("sum"), 1e-4);
        assertTrue(facts.get("biasShare") < 0, "the planted bias speaks against the class");
    }

    @ParameterizedTest
    @EnumSource(RelevanceRule.class)
    void relevanceOfThePlantedNetworkIsBalanced(RelevanceRule rule) throws Exception {
        Map<String, Double> facts =
                ofPlanted(new Lrp(rule, 0.001, 0.25, 0.5, Reduction.SUM)).facts();
        assertEquals(expected(), facts.get("sum"), 1e-3);
        assertEquals(rule == RelevanceRule.EPSILON, facts.get("biasRelevance") < -0.1, facts.toString());
    }

    /** The first picture of each network; the others run with -Pfull. */
    static List<Path> aPictureOfEachNetwork() throws Exception {
        return pictures().stream()
                .filter(picture -> picture.getFileName().toString().startsWith("chelsea"))
                .toList();
    }

    static List<Path> pictures() throws Exception {
        assumeTrue(Files.exists(REFERENCE), "the reference pictures are not at ../shared/reference");
        List<Path> pictures = new ArrayList<>();
        for (String network : NETWORKS) {
            try (Stream<Path> folders = Files.list(REFERENCE.resolve(network))) {
                folders.sorted().forEach(pictures::add);
            }
        }
        return pictures;
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void deepLiftOfTheNetworkIsComplete(Path picture) throws Exception {
        Map<String, Double> facts = ofNetwork(picture, new DeepLift()).facts();
        assertBalanced(facts, facts.get("completenessError"));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void fullGradOfTheNetworkIsComplete(Path picture) throws Exception {
        Map<String, Double> facts = ofNetwork(picture, new FullGrad()).facts();
        assertBalanced(facts, facts.get("completenessError"));
    }

    @ParameterizedTest
    @MethodSource("aPictureOfEachNetwork")
    void relevanceOfTheNetworkIsBalancedAndGetsANotice(Path picture) throws Exception {
        for (RelevanceRule rule : RelevanceRule.values()) {
            Attribution relevance = ofNetwork(picture, new Lrp(rule, 0.001, 0.25, 0.5, Reduction.SUM));
            assertBalanced(relevance.facts(), relevance.facts().get("balanceError"));
            assertTrue(
                    relevance.details().get("reliability").contains("skip connections"),
                    relevance.details().toString());
        }
    }

    @Tag("full")
    @ParameterizedTest
    @MethodSource("pictures")
    void relevanceIsBalancedOnEveryPicture(Path picture) throws Exception {
        relevanceOfTheNetworkIsBalancedAndGetsANotice(picture);
    }

    private static void assertBalanced(Map<String, Double> facts, double error) {
        assertTrue(error <= 0.01 * Math.abs(facts.get("expected")), facts.toString());
    }

    private double expected() throws Exception {
        return planted.logits(planted.picture(), Progress.none()).data()[0];
    }

    private Attribution ofPlanted(AttributionMethod method) throws Exception {
        Subject subject = new Subject(planted.picture(), new Region(0, 0, 64, 64), Target.of(0, "first"));
        return method.explain(planted, subject, Sketch.none(), Progress.none());
    }

    private Attribution ofNetwork(Path picture, AttributionMethod method) throws Exception {
        String network = picture.getParent().getFileName().toString();
        OpenModel model = models.get(network);
        if (model == null) {
            Path file = SHARED.resolve("models").resolve(network + ".onnx");
            model = new Models(engine, List.of()).open(file, Optional.empty(), Progress.none());
            models.put(network, model);
        }
        Tensor input = Npy.read(picture.resolve("input.npy"));
        float[] logits = model.scores().logits(input, Progress.none()).data();
        int best = 0;
        for (int i = 0; i < logits.length; i++) {
            best = logits[i] > logits[best] ? i : best;
        }
        Subject subject = new Subject(input, new Region(0, 0, 224, 224), model.target(best));
        return method.explain(model, subject, Sketch.none(), Progress.none());
    }
}
