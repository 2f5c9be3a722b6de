package vermeer.dl4j;

import java.util.Map;
import org.deeplearning4j.nn.conf.layers.SpaceToDepthLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.nd4j.linalg.api.ndarray.INDArray;
import vermeer.graph.Attribute;

/** Layers that move or repeat a picture's values without computing new ones. */
final class ShapeRules {
    private ShapeRules() {}

    static String zeroPadding(
            ZeroPaddingLayer layer, Map<String, INDArray> weights, Value input, long[] shape, Emitter graph) {
        int[] pad = layer.getPadding();
        return graph.node("Pad", input.name(), graph.integers("pads", 0, 0, pad[0], pad[2], 0, 0, pad[1], pad[3]));
    }

    static String cropping(Cropping2D layer, Map<String, INDArray> weights, Value input, long[] shape, Emitter graph) {
        int[] crop = layer.getCropping();
        return graph.node(
                "Slice",
                input.name(),
                graph.integers("starts", crop[0], crop[2]),
                graph.integers("ends", input.rows() - crop[1], input.columns() - crop[3]),
                graph.integers("axes", 2, 3));
    }

    static String upsampling(
            Upsampling2D layer, Map<String, INDArray> weights, Value input, long[] shape, Emitter graph) {
        Map<String, Attribute> attributes = Map.of(
                "mode", new Attribute.Text("nearest"),
                "coordinate_transformation_mode", new Attribute.Text("asymmetric"),
                "nearest_mode", new Attribute.Text("floor"));
        String scales = graph.vector("scales", 1, 1, layer.getSize()[0], layer.getSize()[1]);
        return graph.node("Resize", attributes, input.name(), "", scales);
    }

    static String spaceToDepth(
            SpaceToDepthLayer layer, Map<String, INDArray> weights, Value input, long[] shape, Emitter graph) {
        return graph.node("SpaceToDepth", Map.of("blocksize", Emitter.integer(layer.getBlockSize())), input.name());
    }
}
