package vermeer.dream;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vermeer.engine.EngineException;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Layer;
import vermeer.model.OpenModel;
import vermeer.model.PictureGradient;
import vermeer.tensor.Tensor;

/**
 * How far a picture is from one picture's content and another's style, as nodes added to the network. The Gram matrix of a
 * layer {@code F} with {@code [channels, places]} is {@code F F' / places}; distances are squared and divided by the wanted
 * values' squared length, so that every layer counts the same.
 */
record StyleLoss(OpenModel model, NetworkColours colours, Layer content, List<Layer> style, double styleWeight) {

    /** The loss of pictures of the content's size. */
    Objective objective(Planes contentPicture, Planes stylePicture, Progress progress)
            throws EngineException, CancelledException {
        Map<Layer, Constant> grams = new LinkedHashMap<>();
        for (Layer layer : style) {
            CutNetwork network = network(List.of(layer.value()), stylePicture);
            grams.put(layer, constant(network, gram(network, layer), stylePicture, progress));
        }
        CutNetwork alone = network(List.of(content.value()), contentPicture);
        Constant wanted = constant(alone, content.value(), contentPicture, progress);
        List<String> values = new ArrayList<>(List.of(content.value()));
        style.forEach(layer -> values.add(layer.value()));
        CutNetwork network = network(values.stream().distinct().toList(), contentPicture);
        String loss = distance(network, content.value(), wanted, 1);
        for (Layer layer : style) {
            String term = distance(network, gram(network, layer), grams.get(layer), styleWeight / style.size());
            loss = network.add("Add", loss, term);
        }
        return Objective.of(model, network.gradientOf(model, loss), new float[] {1});
    }

    private CutNetwork network(List<String> values, Planes picture) throws EngineException {
        return CutNetwork.of(model, values, picture.height(), picture.width());
    }

    /** {@code [1, channels, channels]}. */
    static String gram(CutNetwork network, Layer layer) throws EngineException {
        int[] shape = network.shape(layer.value());
        long places = (long) shape[1] * shape[2];
        String flat = network.add("Reshape", layer.value(), network.add(Constant.integers(0, shape[0], places)));
        String turned = network.add("Transpose", Map.of("perm", new Attribute.Ints(List.of(0L, 2L, 1L))), flat);
        String product = network.add("MatMul", flat, turned);
        return network.add("Mul", product, network.add(Constant.scalar(1f / places)));
    }

    /** {@code [1, 1]}: the weighted squared distance of a value to what it should be. */
    private static String distance(CutNetwork network, String value, Constant wanted, double weight)
            throws EngineException {
        double length = 1e-12;
        for (float one : wanted.toFloats()) {
            length += (double) one * one;
        }
        String away = network.add("Sub", value, network.add(wanted));
        String squares = network.add("Flatten", network.add("Mul", away, away));
        String sum = network.add(
                "ReduceSum", Map.of("keepdims", new Attribute.Int(1)), squares, network.add(Constant.integers(1)));
        return network.add("Mul", sum, network.add(Constant.scalar((float) (weight / length))));
    }

    private Constant constant(CutNetwork network, String value, Planes picture, Progress progress)
            throws EngineException, CancelledException {
        try (PictureGradient function = network.gradientOf(model, value)) {
            Tensor found = function.value(colours.tensor(picture), progress.part(0, 0));
            long[] shape = java.util.Arrays.stream(found.shape()).asLongStream().toArray();
            return Constant.floats(shape, found.data());
        }
    }
}
