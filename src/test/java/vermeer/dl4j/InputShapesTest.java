package vermeer.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.zoo.model.LeNet;
import org.junit.jupiter.api.Test;

class InputShapesTest {

    @Test
    void theSizeIsFoundThatTheDenseLayersFit() throws Exception {
        MultiLayerNetwork layers = SmallNetworks.network(CNN2DFormat.NCHW);
        InputShapes shapes = InputShapes.of(layers.getLayerWiseConfigurations());
        assertArrayEquals(new long[] {3, 9, 9}, shapes.shape(Optional.empty(), false));
        ComputationGraph graph = SmallNetworks.graph(CNN2DFormat.NHWC, new ScaleVertex(2), "a");
        assertArrayEquals(
                new long[] {9, 9, 3},
                InputShapes.of(graph.getConfiguration()).shape(Optional.of(new int[] {5, 5}), true));
    }

    @Test
    void aNetworkThatPoolsEverythingTakesTheSizeWishedForOrTheUsualOne() throws Exception {
        MultiLayerNetwork layers =
                SmallNetworks.network(CNN2DFormat.NCHW, new GlobalPoolingLayer.Builder(PoolingType.AVG).build());
        InputShapes shapes = InputShapes.of(layers.getLayerWiseConfigurations());
        assertTrue(shapes.open());
        assertArrayEquals(new long[] {3, 224, 224}, shapes.shape(Optional.empty(), false));
        assertArrayEquals(new long[] {3, 64, 48}, shapes.shape(Optional.of(new int[] {64, 48}), false));
    }

    @Test
    void aNetworkOfFlattenedPicturesSaysItsSize() throws Exception {
        MultiLayerNetwork lenet =
                (MultiLayerNetwork) LeNet.builder().numClasses(10).build().init();
        InputShapes shapes = InputShapes.of(lenet.getLayerWiseConfigurations());
        assertEquals(28, shapes.rows().orElseThrow());
        assertEquals(1, shapes.channels());
    }
}
