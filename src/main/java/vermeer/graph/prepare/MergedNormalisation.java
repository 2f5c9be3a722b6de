package vermeer.graph.prepare;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.Node;

/**
 * Batch normalisation merged into the layer before it: the layer's weights and bias are scaled and shifted as the
 * normalisation would its output, so that the network computes the same with one operator less. Methods that treat weights
 * and biases apart need this.
 *
 * <p>Merged is what follows a convolution or a dense layer of constant weights that nothing else reads; other normalisations
 * stay.
 */
public final class MergedNormalisation {
    private static final float EPSILON = 1e-5f;
    private static final int PARAMETERS = 4;

    private final Graph graph;
    private final Map<String, Constant> constants;
    private final Map<String, Node> producers;
    private final Map<String, Node> replaced = new HashMap<>();
    private final Set<String> dropped = new HashSet<>();
    private final List<MergedLayer> layers = new ArrayList<>();

    private MergedNormalisation(Graph graph) {
        this.graph = graph;
        this.constants = new LinkedHashMap<>(graph.constants());
        this.producers = graph.producers();
    }

    /** The graph with every batch normalisation merged that can be. */
    public static Graph merge(Graph graph) {
        return new MergedNormalisation(graph).run();
    }

    /** The layers of a graph that {@link #merge} merges a normalisation into, in the order of computing. */
    public static List<MergedLayer> layers(Graph graph) {
        MergedNormalisation merging = new MergedNormalisation(graph);
        merging.run();
        return List.copyOf(merging.layers);
    }

    private Graph run() {
        Map<String, Integer> reads = new HashMap<>();
        graph.nodes().forEach(node -> node.inputs().forEach(value -> reads.merge(value, 1, Integer::sum)));
        graph.outputs().forEach(value -> reads.merge(value.name(), 1, Integer::sum));
        for (Node node : graph.nodes()) {
            boolean normalises = node.operator().equals("BatchNormalization") && node.integer("training_mode", 0) == 0;
            Node layer = normalises ? producers.get(node.inputs().get(0)) : null;
            if (layer != null && reads.get(layer.output()) == 1 && mergeable(layer, node)) {
                replaced.put(layer.output(), merged(layer, node));
                dropped.add(node.output());
            }
        }
        List<Node> nodes = new ArrayList<>();
        for (Node node : graph.nodes()) {
            if (!dropped.contains(node.output())) {
                nodes.add(replaced.getOrDefault(node.output(), node));
            }
        }
        return graph.withNodes(nodes, constants).reachingOnly(graph.outputs());
    }

    private boolean mergeable(Node layer, Node normalisation) {
        boolean parameters = true;
        for (int i = 1; i <= PARAMETERS; i++) {
            parameters &= floats(normalisation.inputs().get(i)).isPresent();
        }
        boolean kind = layer.operator().equals("Conv") || layer.operator().equals("Gemm") && layer.real("beta", 1) == 1;
        boolean bias = layer.input(2).isEmpty()
                || floats(layer.inputs().get(2))
                        .filter(found -> found.shape().length == 1
                                && found.size()
                                        == floats(normalisation.inputs().get(1))
                                                .map(Constant::size)
                                                .orElse(-1))
                        .isPresent();
        return parameters && kind && bias && floats(layer.inputs().get(1)).isPresent();
    }

    private Optional<Constant> floats(String value) {
        return Optional.ofNullable(graph.constants().get(value)).filter(found -> found.type() == ElementType.FLOAT);
    }

    private Node merged(Node layer, Node normalisation) {
        float[] scale = parameter(normalisation, 1);
        float[] shift = parameter(normalisation, 2);
        float[] mean = parameter(normalisation, 3);
        float[] variance = parameter(normalisation, 4);
        float epsilon = normalisation.real("epsilon", EPSILON);
        float[] bias = layer.input(2).isPresent()
                ? graph.constants().get(layer.inputs().get(2)).toFloats()
                : new float[scale.length];
        float[] factors = new float[scale.length];
        float[] biases = new float[scale.length];
        for (int i = 0; i < scale.length; i++) {
            double factor = scale[i] / Math.sqrt((double) variance[i] + epsilon);
            factors[i] = (float) factor;
            biases[i] = (float) (((double) bias[i] - mean[i]) * factor + shift[i]);
        }
        Constant weights = graph.constants().get(layer.inputs().get(1));
        boolean outputsFirst = layer.operator().equals("Conv") || layer.integer("transB", 0) != 0;
        String ofWeights = named(normalisation.output() + "/weights", scaled(weights, factors, outputsFirst));
        String ofBias = named(normalisation.output() + "/bias", Constant.floats(new long[] {biases.length}, biases));
        List<String> read = normalisation.inputs();
        layers.add(new MergedLayer(
                layer.inputs().get(1),
                layer.input(2),
                read.get(1),
                read.get(2),
                read.get(3),
                read.get(4),
                epsilon,
                outputsFirst,
                ofWeights,
                ofBias));
        return new Node(
                layer.name(),
                layer.domain(),
                layer.operator(),
                List.of(layer.inputs().get(0), ofWeights, ofBias),
                normalisation.outputs(),
                layer.attributes());
    }

    private float[] parameter(Node normalisation, int index) {
        return graph.constants().get(normalisation.inputs().get(index)).toFloats();
    }

    /** Outside the Java heap, as weights can be large. */
    private static Constant scaled(Constant weights, float[] factors, boolean outputsFirst) {
        int size = weights.size();
        ByteBuffer bytes =
                ByteBuffer.allocateDirect(Math.multiplyExact(size, Float.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        FloatBuffer to = bytes.asFloatBuffer();
        FloatBuffer from = weights.floatView();
        int each = size / factors.length;
        for (int i = 0; i < size; i++) {
            to.put(from.get(i) * factors[outputsFirst ? i / each : i % factors.length]);
        }
        return new Constant(weights.type(), weights.shape(), bytes);
    }

    private String named(String wish, Constant constant) {
        String name = wish;
        while (constants.containsKey(name) || producers.containsKey(name)) {
            name += "_";
        }
        constants.put(name, constant);
        return name;
    }
}
