package vermeer.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vermeer.engine.Engine;
import vermeer.engine.EngineException;
import vermeer.engine.Session;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.graph.ValueInfo;
import vermeer.graph.gradient.Propagation;
import vermeer.graph.gradient.PropagationGraph;
import vermeer.graph.shape.Shapes;
import vermeer.image.Layout;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Gradients.Propagated;
import vermeer.tensor.Tensor;

/** The {@link PlantedNetwork} as a graph, run by ONNX Runtime, for propagations. */
final class PlantedGraph {
    private static final int OPSET = 21;
    private static final int BLOCK = PlantedNetwork.BLOCK;

    private PlantedGraph() {}

    static Propagated propagate(
            PlantedNetwork network,
            Propagation propagation,
            Tensor batch,
            Optional<Tensor> baselines,
            Tensor seeds,
            Progress progress)
            throws EngineException, CancelledException {
        try (Engine engine = Engine.start()) {
            Graph graph = graph(network);
            PropagationGraph names = propagation.apply(graph, Shapes.infer(graph), "logits");
            Map<String, Tensor> inputs = new HashMap<>(Map.of("image", batch, names.seed(), seeds));
            names.baseline().ifPresent(baseline -> inputs.put(baseline, baselines.orElseThrow()));
            Set<String> outputs = new LinkedHashSet<>(List.of(names.output(), names.input()));
            outputs.addAll(names.values().values());
            outputs.addAll(names.maps());
            Session session = engine.open(names.graph());
            Map<String, Tensor> results = session.run(inputs, List.copyOf(outputs), progress);
            Map<String, Tensor> values = new HashMap<>();
            names.values().forEach((meaning, value) -> values.put(meaning, results.get(value)));
            return new Propagated(
                    results.get(names.output()),
                    results.get(names.input()),
                    values,
                    names.maps().stream().map(results::get).toList(),
                    names.notices());
        } catch (GraphException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Graph graph(PlantedNetwork network) {
        long[] shape = Arrays.stream(network.inputShape()).asLongStream().toArray();
        List<Node> nodes = new ArrayList<>();
        String picture = "image";
        if (network.layout() == Layout.NHWC) {
            picture = "channels_first";
            nodes.add(Node.of("Transpose", List.of("image"), picture, Map.of("perm", ints(0, 3, 1, 2))));
        }
        Map<String, Attribute> blocks = Map.of(
                "group", new Attribute.Int(2), "kernel_shape", ints(BLOCK, BLOCK), "strides", ints(BLOCK, BLOCK));
        nodes.add(Node.of("Conv", List.of(picture, "kernel", "bias"), "means", blocks));
        nodes.add(Node.of("Relu", List.of("means"), PlantedNetwork.FEATURES, Map.of()));
        nodes.add(Node.of("GlobalAveragePool", List.of(PlantedNetwork.FEATURES), "pooled", Map.of()));
        nodes.add(Node.of("Flatten", List.of("pooled"), "flat", Map.of()));
        nodes.add(Node.of("MatMul", List.of("flat", "dense"), "logits", Map.of()));
        float[] kernel = new float[2 * BLOCK * BLOCK];
        Arrays.fill(kernel, 1f / (BLOCK * BLOCK));
        float[] dense = new float[2 * PlantedNetwork.WEIGHTS.length];
        for (int i = 0; i < dense.length; i++) {
            dense[i] = PlantedNetwork.WEIGHTS[i % PlantedNetwork.WEIGHTS.length][i / PlantedNetwork.WEIGHTS.length];
        }
        Map<String, Constant> constants = new LinkedHashMap<>();
        constants.put("kernel", Constant.floats(new long[] {2, 1, BLOCK, BLOCK}, kernel));
        constants.put("bias", Constant.floats(new long[] {2}, -PlantedNetwork.BIAS, -PlantedNetwork.BIAS));
        constants.put("dense", Constant.floats(new long[] {2, PlantedNetwork.WEIGHTS.length}, dense));
        ValueInfo input = new ValueInfo("image", ElementType.FLOAT, new long[] {-1, shape[0], shape[1], shape[2]});
        ValueInfo logits = new ValueInfo("logits", ElementType.FLOAT, new long[] {-1, PlantedNetwork.WEIGHTS.length});
        return new Graph("planted", OPSET, List.of(input), List.of(logits), nodes, constants, Map.of());
    }

    private static Attribute ints(long... values) {
        return new Attribute.Ints(Arrays.stream(values).boxed().toList());
    }
}
