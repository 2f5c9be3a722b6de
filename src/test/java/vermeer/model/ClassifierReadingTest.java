package vermeer.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vermeer.graph.Attribute;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.ValueInfo;
import vermeer.image.Layout;

class ClassifierReadingTest {

    @Test
    void aGraphThatEndsInScoresHasThemAsLogits() throws Exception {
        Classifier read = ClassifierReading.read(Networks.plain().body().graph());
        assertEquals("scores", read.logits().name());
        assertEquals(Head.LOGITS, read.head());
        assertEquals(5, read.classes());
        assertEquals(Layout.NCHW, read.layout());
        assertArrayEquals(new int[] {3, 16, 16}, read.inputShape());
    }

    @Test
    void theLogitsStandBeforeASoftmaxAndPlumbingBehindItDoesNotMatter() throws Exception {
        Classifier read = ClassifierReading.read(Networks.plain()
                .body()
                .then("Softmax", Map.of("axis", new Attribute.Int(1)))
                .then("Identity")
                .then("Flatten")
                .graph());
        assertEquals("scores", read.logits().name());
        assertEquals(Head.SOFTMAX, read.head());
        assertTrue(
                read.graph().nodes().stream().noneMatch(node -> node.operator().equals("Softmax")));
    }

    @Test
    void aLogSoftmaxIsLeftOutToo() throws Exception {
        Classifier read = ClassifierReading.read(
                Networks.plain().body().then("LogSoftmax").graph());
        assertEquals("scores", read.logits().name());
        assertEquals(Head.SOFTMAX, read.head());
    }

    @Test
    void aSoftmaxWrittenInPartsIsRecognised() throws Exception {
        Networks network = Networks.plain().body();
        Attribute axis = new Attribute.Ints(List.of(1L));
        network.add("ReduceMax", Map.of("axes", axis), "scores");
        network.add("Sub", Map.of(), "scores", network.last());
        network.add("Exp", Map.of(), network.last());
        String exponential = network.last();
        network.add("ReduceSum", Map.of("keepdims", new Attribute.Int(1)), exponential);
        network.add("Div", Map.of(), exponential, network.last());
        assertEquals(
                "scores", new HeadFinder(network.graph()).find(network.last()).logits());
    }

    @Test
    void aSigmoidOverSeveralClassesIsMultiLabelAndOverOneIsBinary() throws Exception {
        assertEquals(
                Head.SIGMOID,
                ClassifierReading.read(Networks.plain().body().then("Sigmoid").graph())
                        .head());
        Classifier binary = ClassifierReading.read(
                Networks.plain().classes(1).body().then("Sigmoid").graph());
        assertEquals(Head.BINARY, binary.head());
        assertEquals("scores", binary.logits().name());
        assertEquals(
                Head.BINARY,
                ClassifierReading.read(Networks.plain().classes(1).body().graph())
                        .head());
    }

    @Test
    void channelsLastAreToldFromTheShape() throws Exception {
        Classifier read = ClassifierReading.read(
                Networks.plain().input(-1, 12, 16, 3).body().graph());
        assertEquals(Layout.NHWC, read.layout());
        assertEquals(
                List.of("features", "relu2"),
                FeatureLayers.of(read).stream().map(Layer::value).toList());
        assertArrayEquals(new int[] {8, 12, 16}, FeatureLayers.of(read).get(0).shape());
    }

    @Test
    void theLastFeatureMapIsTheLastWithRowsAndColumns() throws Exception {
        Classifier read = ClassifierReading.read(Networks.plain().body().graph());
        List<Layer> layers = FeatureLayers.of(read);
        assertEquals(
                "relu1", FeatureLayers.automatic(read, layers).orElseThrow().value());
        assertEquals(
                List.of("Conv", "Relu"), layers.stream().map(Layer::operator).toList());
    }

    @Test
    void detectionAndSegmentationAreNamed() {
        Graph detector =
                Networks.plain().body().graph(new ValueInfo("boxes", ElementType.FLOAT, new long[] {-1, 100, 4}));
        String boxes = assertThrows(ModelException.class, () -> ClassifierReading.read(detector))
                .getMessage();
        assertTrue(boxes.contains("detection model"), boxes);
        Graph segmentation =
                Networks.plain().body().graph(new ValueInfo("relu1", ElementType.FLOAT, new long[] {-1, 8, 16, 16}));
        String pixels = assertThrows(ModelException.class, () -> ClassifierReading.read(segmentation))
                .getMessage();
        assertTrue(pixels.contains("segmentation"), pixels);
    }

    @Test
    void anInputThatIsNoPictureIsNamed() {
        String sentence = assertThrows(
                        ModelException.class,
                        () -> ClassifierReading.read(
                                Networks.plain().input(-1, 3, 7).then("Relu").graph()))
                .getMessage();
        assertTrue(sentence.contains("[n, 3, 7]"), sentence);
    }
}
