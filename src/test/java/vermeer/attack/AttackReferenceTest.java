package vermeer.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vermeer.engine.Engine;
import vermeer.image.Picture;
import vermeer.image.PictureReader;
import vermeer.job.Progress;
import vermeer.model.Models;
import vermeer.model.OpenModel;
import vermeer.setting.Settings;
import vermeer.tensor.Tensor;

/** MobileNetV2 under attack, compared with Foolbox 3.3 in its own space; skipped where its values are not at hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttackReferenceTest {
    private static final Path SHARED = Path.of(System.getProperty("user.dir"), "..", "shared");
    private static final Path REFERENCE = SHARED.resolve("reference/attacks_mobilenet_v2.json");
    private static final double TOLERANCE = 0.05;

    private Engine engine;
    private OpenModel model;
    private JsonNode reference;
    private final List<Picture> pictures = new ArrayList<>();
    private final List<Integer> labels = new ArrayList<>();

    @BeforeAll
    void open() throws Exception {
        assumeTrue(Files.exists(REFERENCE), "the reference values are not at hand");
        reference = new ObjectMapper().readTree(REFERENCE.toFile());
        engine = Engine.start();
        model = Models.ofEveryFormat(engine)
                .open(SHARED.resolve("models/mobilenet_v2.onnx"), Optional.empty(), Progress.none());
        PictureReader reader = new PictureReader((file, progress) -> {
            throw new IllegalStateException("no worker here");
        });
        for (JsonNode name : reference.get("images")) {
            Path file = SHARED.resolve("images/imagenet").resolve(name.textValue());
            pictures.add(reader.decode(file, Progress.none()));
            labels.add(Integer.parseInt(name.textValue().substring(0, 3)));
        }
    }

    @AfterAll
    void close() {
        if (model != null) {
            model.close();
            engine.close();
        }
    }

    @Test
    void deepFoolFindsSmallerChangesThanFoolboxOnTheFirstPictures() throws Exception {
        compareDeepFool("deepfool_l2", Norm.L2, 3);
    }

    @Test
    void fgsmSucceedsAsOftenAsFoolboxAtOneEpsilon() throws Exception {
        compare(new Fgsm(), "fgsm", 10, 1, 2.0 / 10);
    }

    @Test
    @Tag("full")
    void fgsmSucceedsAsOftenAsFoolbox() throws Exception {
        compareAll(new Fgsm(), "fgsm", 30);
    }

    @Test
    @Tag("full")
    void bimSucceedsAsOftenAsFoolbox() throws Exception {
        compareAll(new Bim(), "bim_10_steps", 30);
    }

    @Test
    @Tag("full")
    void pgdSucceedsAsOftenAsFoolbox() throws Exception {
        compareAll(new Pgd(), "pgd_40_steps", 15);
    }

    @Test
    @Tag("full")
    void noiseOfTheSameSizeFoolsNobody() throws Exception {
        for (int i = 0; i < reference.get("uniform_noise_1_try").size(); i++) {
            double epsilon = reference.get("epsilons_in_255ths").get(i).doubleValue();
            assertTrue(rate(new UniformNoise(), epsilon, 30) <= 0.04, "at epsilon " + epsilon);
        }
    }

    @Test
    @Tag("full")
    void deepFoolAlwaysSucceedsWithAChangeNoLargerThanFoolboxs() throws Exception {
        compareDeepFool("deepfool_l2", Norm.L2, 15);
        compareDeepFool("deepfool_linf", Norm.L_INF, 15);
    }

    private void compareAll(Attack attack, String name, int count) throws Exception {
        for (int i = 0; i < reference.get(name).size(); i++) {
            compare(attack, name, count, i, TOLERANCE);
        }
    }

    private void compare(Attack attack, String name, int count, int index, double tolerance) throws Exception {
        double epsilon = reference.get("epsilons_in_255ths").get(index).doubleValue();
        double expected = reference.get(name).get(index).doubleValue();
        double rate = rate(attack, epsilon, count);
        assertTrue(rate >= expected - tolerance, name + " at " + epsilon + ": " + rate + ", Foolbox " + expected);
    }

    private double rate(Attack attack, double epsilon, int count) throws Exception {
        Attack sized = Settings.apply(attack, Map.of("space", "input", "epsilon", Double.toString(epsilon)));
        int found = 0;
        for (int i = 0; i < count; i++) {
            found += attack(sized, i).foundUnrounded() ? 1 : 0;
        }
        return (double) found / count;
    }

    private void compareDeepFool(String name, Norm norm, int count) throws Exception {
        double[] norms = new double[count];
        double[] theirs = new double[count];
        for (int i = 0; i < count; i++) {
            AttackResult result = attack(new DeepFool(norm, 10, 50, 0.02, Space.INPUT), i);
            assertTrue(result.foundUnrounded(), "picture " + i);
            norms[i] = (norm == Norm.L2
                            ? result.unroundedSize().l2()
                            : result.unroundedSize().lInf())
                    / 255;
            theirs[i] = reference.get(name).get("norms").get(i).doubleValue();
        }
        Arrays.sort(norms);
        Arrays.sort(theirs);
        assertTrue(
                norms[count / 2] <= 1.05 * theirs[count / 2],
                name + ": median " + norms[count / 2] + ", Foolbox " + theirs[count / 2]);
    }

    private AttackResult attack(Attack attack, int index) throws Exception {
        Tensor clean = model.scores().logits(model.preprocessing().input(pictures.get(index)), Progress.none());
        assertEquals(1, clean.batch());
        Goal goal = new Goal(labels.get(index), OptionalInt.empty());
        return Attacking.on(model).attack(attack, pictures.get(index), goal, clean, Progress.none());
    }
}
