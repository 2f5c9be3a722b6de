package vermeer.trust;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import vermeer.graph.Constant;
import vermeer.graph.Graph;
import vermeer.graph.Node;

/**
 * The weights of a network's layers, drawn anew: normal, with the mean and the spread that the layer's trained weights have, so
 * that activations keep their size and only what was learned is lost.
 */
final class RandomWeights {
    private static final Set<String> LAYERS = Set.of("Conv", "ConvTranspose", "Gemm", "MatMul");

    private final Graph graph;
    private final List<String> layers;

    RandomWeights(Graph graph) {
        this.graph = graph;
        List<String> found = new ArrayList<>();
        for (Node node : graph.nodes()) {
            if (LAYERS.contains(node.operator())) {
                node.inputs().stream()
                        .skip(node.operator().equals("MatMul") ? 0 : 1)
                        .limit(node.operator().equals("MatMul") ? 2 : 1)
                        .filter(graph.constants()::containsKey)
                        .filter(value -> !found.contains(value))
                        .forEach(found::add);
            }
        }
        Collections.reverse(found);
        this.layers = List.copyOf(found);
    }

    /** The number of layers with weights. */
    int layers() {
        return layers.size();
    }

    /** New weights for the last {@code count} layers, from the output backwards. */
    Map<String, Constant> ofLast(int count, long seed) {
        Random random = new Random(seed);
        Map<String, Constant> drawn = new LinkedHashMap<>();
        for (String layer : layers.subList(0, count)) {
            drawn.put(layer, redrawn(graph.constants().get(layer), random));
        }
        return drawn;
    }

    private static Constant redrawn(Constant trained, Random random) {
        float[] values = trained.toFloats();
        double mean = 0;
        for (float value : values) {
            mean += value / (double) values.length;
        }
        double variance = 0;
        for (float value : values) {
            variance += Math.pow(value - mean, 2) / values.length;
        }
        double deviation = Math.sqrt(variance);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (mean + deviation * random.nextGaussian());
        }
        return Constant.floats(trained.shape(), values);
    }
}
