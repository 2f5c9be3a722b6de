package vermeer.dl4j;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.L2NormalizeVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PoolHelperVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.graph.ReshapeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.ShiftVertex;
import org.deeplearning4j.nn.conf.graph.StackVertex;
import org.deeplearning4j.nn.conf.graph.SubsetVertex;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vermeer.engine.Engine;
import vermeer.graph.OnnxReader;
import vermeer.job.Progress;
import vermeer.model.Parity;
import vermeer.model.ParityReport;
import vermeer.worker.Conversion;

/** Every vertex that is converted, against DL4J itself. */
class VertexParityTest {
    @TempDir
    Path folder;

    static Stream<Arguments> vertices() {
        String[] both = {"a", "b"};
        String[] one = {"a"};
        return Stream.of(
                Arguments.of(new ElementWiseVertex(ElementWiseVertex.Op.Add), new String[] {"a", "b", "a"}),
                Arguments.of(new ElementWiseVertex(ElementWiseVertex.Op.Subtract), both),
                Arguments.of(new ElementWiseVertex(ElementWiseVertex.Op.Product), both),
                Arguments.of(new ElementWiseVertex(ElementWiseVertex.Op.Average), both),
                Arguments.of(new ElementWiseVertex(ElementWiseVertex.Op.Max), both),
                Arguments.of(new MergeVertex(), both),
                Arguments.of(new ScaleVertex(0.3), one),
                Arguments.of(new ShiftVertex(-0.7), one),
                Arguments.of(new L2NormalizeVertex(), one));
    }

    @ParameterizedTest
    @MethodSource("vertices")
    void aVertexGivesWhatDl4jGivesInBothLayouts(GraphVertex vertex, String... reads) throws Exception {
        agrees(CNN2DFormat.NCHW, vertex.clone(), reads);
        agrees(CNN2DFormat.NHWC, vertex.clone(), reads);
    }

    @Test
    void aSubsetOfChannelsGivesWhatDl4jGives() throws Exception {
        agrees(Network.of(SmallNetworks.pooled(2, new SubsetVertex(1, 2), "a")));
    }

    @Test
    void aReshapedPictureGivesWhatDl4jGives() throws Exception {
        agrees(CNN2DFormat.NCHW, new ReshapeVertex(-1, 2, 14, 7), "a");
    }

    @Test
    void aPictureWithoutItsFirstRowAndColumnGivesWhatDl4jGives() throws Exception {
        agrees(Network.of(SmallNetworks.pooled(4, new PoolHelperVertex(), "a")));
    }

    @Test
    void aFlattenedPictureGivesWhatDl4jGives() throws Exception {
        agrees(CNN2DFormat.NCHW, new PreprocessorVertex(new CnnToFeedForwardPreProcessor(7, 7, 4)), "a");
    }

    @Test
    void aVertexThatJoinsBatchesIsRefusedByName() {
        ConversionException refused =
                assertThrows(ConversionException.class, () -> agrees(CNN2DFormat.NCHW, new StackVertex(), "a", "b"));
        assertTrue(refused.getMessage().contains("'vertex' (StackVertex)"), refused.getMessage());
    }

    private void agrees(CNN2DFormat format, GraphVertex vertex, String... reads) throws Exception {
        agrees(Network.of(SmallNetworks.graph(format, vertex, reads)));
    }

    private void agrees(Network network) throws Exception {
        long[] shape = network.channelsLast() ? new long[] {2, 9, 9, 3} : new long[] {2, 3, 9, 9};
        RandomWeights.settle(network, RandomWeights.pictures(3, shape), 4, Progress.none());
        Conversion conversion =
                Export.write(network, RandomWeights.pictures(5, shape), Map.of(), List.of(), folder, Progress.none());
        try (Engine engine = Engine.start()) {
            ParityReport report = new Parity(engine)
                    .compare(OnnxReader.read(Path.of(conversion.graph())), conversion, Progress.none());
            assertTrue(report.passed(), () -> report.failure().orElse(""));
        }
    }
}
