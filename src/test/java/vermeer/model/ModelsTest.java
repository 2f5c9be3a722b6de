package vermeer.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.engine.Engine;
import vermeer.engine.EngineException;
import vermeer.graph.Attribute;
import vermeer.graph.Graph;
import vermeer.graph.gradient.RuleTable;
import vermeer.image.ChannelOrder;
import vermeer.image.InputProfile;
import vermeer.image.ProfileException;
import vermeer.image.ProfileJson;
import vermeer.image.ProfileReading;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

class ModelsTest {
    private static Engine engine;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws Exception {
        engine = Engine.start();
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @Test
    void aTrustedSourceOverridesALessTrustedOneFieldByField() throws Exception {
        Path file = Networks.plain()
                .metadata("Image.BitmapPixelFormat", "Bgr8")
                .metadata("Image.NominalPixelRange", "Normalized_0_1")
                .body()
                .write(folder.resolve("a.onnx"));
        OpenModel metadata = open(file);
        assertEquals(ChannelOrder.BGR, metadata.profile().channels());
        assertEquals(List.of(255.0, 255.0, 255.0), metadata.profile().std());
        assertEquals(Source.METADATA, metadata.report().belief("channels").source());
        assertEquals(Source.GUESS, metadata.report().belief("resize").source());

        Files.writeString(folder.resolve("a.profile.json"), "{\"mean\": 7, \"channels\": \"RGB\"}");
        OpenModel beside = open(file);
        assertEquals(ChannelOrder.RGB, beside.profile().channels());
        assertEquals(List.of(7.0, 7.0, 7.0), beside.profile().mean());
        assertEquals(List.of(255.0, 255.0, 255.0), beside.profile().std());
        assertEquals(Source.FILE, beside.report().belief("mean").source());
        assertEquals(Source.METADATA, beside.report().belief("std").source());

        Path option = Files.writeString(folder.resolve("mine.json"), "{\"mean\": 9}");
        OpenModel chosen = new Models(engine, List.of()).open(file, Optional.of(option), Progress.none());
        assertEquals(List.of(9.0, 9.0, 9.0), chosen.profile().mean());
        assertEquals(Source.OPTION, chosen.report().belief("mean").source());
        assertEquals(Source.FILE, chosen.report().belief("channels").source());
    }

    @Test
    void whatNobodySaysIsMarkedAsGuessed() throws Exception {
        OpenModel model = open(Networks.plain().body().write(folder.resolve("a.onnx")));
        assertTrue(model.report().guessed());
        assertTrue(model.report().belief("channels").guessed());
        assertTrue(model.report().belief("mean").guessed());
        assertFalse(model.report().belief("size").guessed());
        assertFalse(model.report().belief("layout").guessed());
        assertEquals(List.of("class 0", "class 1", "class 2", "class 3", "class 4"), model.classNames());
        for (Belief belief : model.report().beliefs()) {
            assertTrue(belief.why().endsWith("."), belief.why());
        }
    }

    @Test
    void scalingInsideTheNetworkTellsTheRangeOfItsInput() throws Exception {
        OpenModel levels = open(Networks.plain()
                .then("Sub", 123.7f, 116.3f, 103.5f)
                .then("Div", 58.4f, 57.1f, 57.4f)
                .body()
                .write(folder.resolve("a.onnx")));
        assertEquals(List.of(0.0, 0.0, 0.0), levels.profile().mean());
        assertEquals(List.of(1.0, 1.0, 1.0), levels.profile().std());
        assertEquals(Source.GRAPH, levels.report().belief("std").source());
        assertTrue(levels.report().belief("std").why().contains("0 to 255"));
        OpenModel shares = open(Networks.plain()
                .then("Sub", 0.485f, 0.456f, 0.406f)
                .then("Div", 0.229f, 0.224f, 0.225f)
                .body()
                .write(folder.resolve("b.onnx")));
        assertEquals(List.of(255.0, 255.0, 255.0), shares.profile().std());
        OpenModel bytes = open(Networks.plain().bytes().body().write(folder.resolve("c.onnx")));
        assertEquals(List.of(1.0, 1.0, 1.0), bytes.profile().std());
        assertTrue(bytes.gradients().isPresent(), bytes.noGradientReason());
    }

    @Test
    void aKnownFileHasItsOwnProfile() {
        for (KnownModels.KnownModel known : KnownModels.all()) {
            assertEquals(64, known.sha256().length(), known.name());
            String profile = known.profile();
            assertFalse(profile.isBlank());
            assertTrue(
                    assertParses(profile).given().containsAll(List.of("mean", "std", "resize", "layout", "channels")));
        }
        assertEquals(22, KnownModels.all().size());
    }

    @Test
    void aProfileThatContradictsTheNetworkIsOneSentence() throws Exception {
        Path file = Networks.plain().body().write(folder.resolve("a.onnx"));
        Files.writeString(folder.resolve("a.profile.json"), "{\"layout\": \"NHWC\"}");
        String sentence = assertThrows(ModelException.class, () -> open(file)).getMessage();
        assertTrue(sentence.contains("NHWC") && sentence.contains("a.profile.json"), sentence);
    }

    @Test
    void aProfileMayChangeTheSizeOfANetworkThatAllowsIt() throws Exception {
        Path file = Networks.plain().body().write(folder.resolve("a.onnx"));
        Files.writeString(folder.resolve("a.profile.json"), "{\"height\": 24, \"width\": 32}");
        OpenModel model = open(file);
        assertArrayEquals(new int[] {3, 24, 32}, model.scores().inputShape());
        assertEquals(
                5,
                model.scores()
                        .logits(Tensor.zeros(2, 3, 24, 32), Progress.none())
                        .itemSize());
        assertTrue(
                model.notices().stream().anyMatch(notice -> notice.contains("16 x 16")),
                model.notices().toString());
    }

    @Test
    void anOpenSizeIsFilledIn() throws Exception {
        OpenModel model = open(Networks.plain()
                .input(-1, 3, Graph.UNKNOWN, Graph.UNKNOWN)
                .body()
                .write(folder.resolve("a.onnx")));
        assertArrayEquals(new int[] {3, 224, 224}, model.scores().inputShape());
        assertTrue(model.report().belief("size").guessed());
    }

    @Test
    void aFixedBatchIsFreedOrFilledUp() throws Exception {
        OpenModel model = open(Networks.plain().input(1, 3, 16, 16).body().write(folder.resolve("a.onnx")));
        Tensor three = noise(3);
        Tensor logits = model.scores().logits(three, Progress.none());
        assertArrayEquals(new int[] {3, 5}, logits.shape());
        assertClose(model.scores().logits(three.item(2), Progress.none()), logits.item(2));
    }

    @Test
    void classNamesComeFromTheListThatTheProfileNames() throws Exception {
        Path file = Networks.plain().body().write(folder.resolve("a.onnx"));
        Files.writeString(folder.resolve("list.csv"), "index,name\n0,ant\n1,bee\n2,\"cat, wild\"\n3,dog\n4,elk\n");
        Files.writeString(folder.resolve("a.profile.json"), "{\"classes\": \"list.csv\"}");
        assertEquals(
                List.of("ant", "bee", "cat, wild", "dog", "elk"), open(file).classNames());
        Files.writeString(folder.resolve("list.csv"), "ant\nbee\n");
        OpenModel wrong = open(file);
        assertEquals("class 0", wrong.classNames().get(0));
        assertTrue(wrong.notices().get(0).contains("5 classes"), wrong.notices().toString());
        Files.writeString(folder.resolve("a.profile.json"), "{\"classes\": \"../list.csv\"}");
        assertEquals("class 0", open(file).classNames().get(0));
    }

    @Test
    void classNamesComeFromMetadataAndImageNet() throws Exception {
        OpenModel named = open(Networks.plain()
                .metadata("names", "{0: 'ant', 1: \"bee\", 2: 'c', 3: 'd', 4: 'e'}")
                .body()
                .write(folder.resolve("a.onnx")));
        assertEquals("bee", named.classNames().get(1));
        assertEquals(Source.METADATA, named.report().belief("classes").source());
        OpenModel imageNet = open(Networks.plain().classes(1000).body().write(folder.resolve("b.onnx")));
        assertEquals("tench, Tinca tinca", imageNet.classNames().get(0));
        assertTrue(imageNet.report().belief("classes").guessed());
        OpenModel background = open(Networks.plain().classes(1001).body().write(folder.resolve("c.onnx")));
        assertEquals("tench, Tinca tinca", background.classNames().get(1));
        OpenModel binary = open(Networks.plain().classes(1).body().write(folder.resolve("d.onnx")));
        assertEquals(2, binary.classNames().size());
    }

    @Test
    void aProfileSaysWhatPlainScoresAre() throws Exception {
        Path file = Networks.plain().body().write(folder.resolve("a.onnx"));
        assertEquals(Head.LOGITS, open(file).head());
        Files.writeString(folder.resolve("a.profile.json"), "{\"output\": \"multi-label\"}");
        assertEquals(Head.SIGMOID, open(file).head());
        assertEquals(Source.FILE, open(file).report().belief("output").source());
    }

    @Test
    void severalInputsAreRefusedByName() throws Exception {
        Path file = Networks.plain().secondInput("age").body().write(folder.resolve("a.onnx"));
        String sentence = assertThrows(ModelException.class, () -> open(file)).getMessage();
        assertTrue(sentence.contains("image, age") && sentence.contains("a.onnx"), sentence);
        assertEquals(1, sentence.lines().count());
    }

    @Test
    void anOperatorWithoutARuleIsNamedAndScoresRemain() throws Exception {
        OpenModel model = open(Networks.plain().body().then("Det").write(folder.resolve("a.onnx")));
        assertTrue(model.gradients().isEmpty());
        assertTrue(model.noGradientReason().contains("Det"), model.noGradientReason());
    }

    @Test
    void gradientsAgreeWithFiniteDifferences() throws Exception {
        OpenModel model = open(Networks.plain()
                .body()
                .then("Softmax", Map.of("axis", new Attribute.Int(1)))
                .write(folder.resolve("a.onnx")));
        Tensor input = noise(2);
        Target target = Target.contrast(1, "b", 3, "d");
        Gradients.Gradient gradient = model.gradients()
                .orElseThrow()
                .gradient(input, target, RuleTable.STANDARD, List.of("features"), Progress.none());
        for (int i : new int[] {5, 300, 767, 768 + 11}) {
            float step = 1e-2f;
            double difference = value(model, input, target, i, step) - value(model, input, target, i, -step);
            assertEquals(difference / (2 * step), gradient.input().data()[i], 1e-2);
        }
        assertArrayEquals(
                new int[] {2, 8, 16, 16}, gradient.gradients().get("features").shape());
        assertArrayEquals(
                new int[] {2, 8, 16, 16}, gradient.activations().get("features").shape());
    }

    @Test
    void anInputOfAnotherShapeIsOneSentence() throws Exception {
        OpenModel model = open(Networks.plain().body().write(folder.resolve("a.onnx")));
        EngineException wrong = assertThrows(
                EngineException.class, () -> model.scores().logits(Tensor.zeros(1, 3, 8, 8), Progress.none()));
        assertTrue(wrong.getMessage().contains("[3, 16, 16]"), wrong.getMessage());
    }

    @Test
    void anEditedReportTakesTheModelsPlace() throws Exception {
        OpenModel model = open(Networks.plain().body().write(folder.resolve("a.onnx")));
        IntakeReport before = model.report();
        InputProfile profile = ProfileJson.parse("{\"mean\": 0, \"std\": 51}", "here", model.profile())
                .profile();
        OpenModel changed = model.with(new IntakeReport(profile, Head.SIGMOID, before.classNames(), before.beliefs()));
        assertArrayEquals(new float[] {5, 5, 5}, changed.scores().inputValue(255));
        Tensor zeros = new Tensor(new int[] {1, 5}, new float[5]);
        assertEquals(0.5f, changed.scores().probabilities(zeros).data()[0]);
        InputProfile larger =
                ProfileJson.parse("{\"height\": 20}", "here", model.profile()).profile();
        IntakeReport other = new IntakeReport(larger, Head.SIGMOID, before.classNames(), before.beliefs());
        assertThrows(IllegalArgumentException.class, () -> model.with(other));
        OpenModel anew = new Models(engine, List.of()).open(model.file(), larger, Progress.none());
        assertArrayEquals(new int[] {3, 20, 16}, anew.scores().inputShape());
        assertEquals(Source.EDITED, anew.report().belief("mean").source());
    }

    private OpenModel open(Path file) throws Exception {
        return new Models(engine, List.of()).open(file, Optional.empty(), Progress.none());
    }

    private static ProfileReading assertParses(String json) {
        try {
            return ProfileJson.parse(json, "known", InputProfile.imageNet(224, 224));
        } catch (ProfileException broken) {
            throw new AssertionError(json, broken);
        }
    }

    private static double value(OpenModel model, Tensor input, Target target, int index, float step) throws Exception {
        Tensor moved = new Tensor(input.shape(), input.data().clone());
        moved.data()[index] += step;
        Tensor logits = model.scores().logits(moved, Progress.none());
        return target.value(logits.data(), 0) + target.value(logits.data(), 5);
    }

    private static Tensor noise(int pictures) {
        Tensor noise = Tensor.zeros(pictures, 3, 16, 16);
        for (int i = 0; i < noise.data().length; i++) {
            noise.data()[i] = (i * 37 % 101 - 50) / 50f;
        }
        return noise;
    }

    private static void assertClose(Tensor expected, Tensor actual) {
        assertArrayEquals(expected.data(), actual.data(), 1e-5f);
    }
}
