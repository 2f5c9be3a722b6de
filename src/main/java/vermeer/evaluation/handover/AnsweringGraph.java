package vermeer.evaluation.handover;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import vermeer.data.balance.ClassMap;
import vermeer.evaluation.FeatureValue;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.Node;
import vermeer.graph.ValueInfo;
import vermeer.model.OpenModel;

/**
 * A network whose classes are taken together and whose logits are divided by a temperature inside the graph, so that every
 * program that runs it gets the probabilities that Vermeer gives.
 *
 * <p>The logit of classes taken together is {@code log(sum(exp(logit)))} over them: its softmax is the sum of their
 * probabilities, and the energy of the logits stays. Classes that are left out have no part in it. It is computed as the
 * logarithm of the sum of their probabilities plus the level that the softmax took away.
 */
final class AnsweringGraph {
    private static final String TEMPERATURE = "vermeer_temperature";
    private static final String LOGITS = FeatureValue.OWN_LOGITS;

    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Constant> constants = new LinkedHashMap<>();

    private AnsweringGraph() {}

    /**
     * The graph as written, with what is between its logits and the final softmax, or last where it ends in logits.
     *
     * @param map which classes are taken together or left out
     * @param temperature what logits are divided by, after that; empty where nothing
     */
    static Graph of(OpenModel model, ClassMap map, OptionalDouble temperature) {
        return new AnsweringGraph().changed(model.source(), map, temperature);
    }

    private Graph changed(Graph graph, ClassMap map, OptionalDouble temperature) {
        if (map.identity() && temperature.isEmpty()) {
            return graph;
        }
        constants.putAll(graph.constants());
        String logits = softmaxInput(graph).orElse(graph.outputs().get(0).name());
        for (Node node : graph.nodes()) {
            if (node.outputs().contains(logits)) {
                nodes.add(renamed(node, logits));
                String merged = map.identity() ? LOGITS : merge(map, temperature.isEmpty() ? logits : "vermeer_merged");
                temperature.ifPresent(value -> {
                    constants.put(TEMPERATURE, Constant.floats(new long[0], (float) value));
                    nodes.add(Node.of("Div", List.of(merged, TEMPERATURE), logits, Map.of()));
                });
            } else {
                nodes.add(node);
            }
        }
        Graph changed = graph.withNodes(nodes, constants);
        return map.identity()
                ? changed
                : changed.withOutputs(List.of(output(graph.outputs().get(0), map)));
    }

    private String merge(ClassMap map, String result) {
        float[] matrix = new float[map.from().size() * map.to().size()];
        for (int k = 0; k < map.from().size(); k++) {
            if (map.places().get(k) >= 0) {
                matrix[k * map.to().size() + map.places().get(k)] = 1;
            }
        }
        int from = map.from().size();
        int to = map.to().size();
        float[] mean = new float[from * to];
        Arrays.fill(mean, 1f / from);
        constants.put("vermeer_merging", Constant.floats(new long[] {from, to}, matrix));
        constants.put("vermeer_mean", Constant.floats(new long[] {from, to}, mean));
        constants.put("vermeer_smallest", Constant.floats(new long[0], Float.MIN_NORMAL));
        Map<String, Attribute> axis = Map.of("axis", new Attribute.Int(1));
        add("Softmax", "vermeer_own", axis, LOGITS);
        add("MatMul", "vermeer_sums", Map.of(), "vermeer_own", "vermeer_merging");
        add("Max", "vermeer_positive", Map.of(), "vermeer_sums", "vermeer_smallest");
        add("Log", "vermeer_logarithms", Map.of(), "vermeer_positive");
        add("LogSoftmax", "vermeer_relative", axis, LOGITS);
        add("Sub", "vermeer_levels", Map.of(), LOGITS, "vermeer_relative");
        add("MatMul", "vermeer_level", Map.of(), "vermeer_levels", "vermeer_mean");
        add("Add", result, Map.of(), "vermeer_logarithms", "vermeer_level");
        return result;
    }

    private void add(String operator, String output, Map<String, Attribute> attributes, String... inputs) {
        nodes.add(Node.of(operator, List.of(inputs), output, attributes));
    }

    private static Node renamed(Node node, String logits) {
        List<String> outputs = node.outputs().stream()
                .map(name -> name.equals(logits) ? LOGITS : name)
                .toList();
        return new Node(node.name(), node.domain(), node.operator(), node.inputs(), outputs, node.attributes());
    }

    private static ValueInfo output(ValueInfo before, ClassMap map) {
        return new ValueInfo(before.name(), ElementType.FLOAT, new long[] {
            before.shape()[0], map.to().size()
        });
    }

    private static Optional<String> softmaxInput(Graph graph) {
        Node last = graph.producers().get(graph.outputs().get(0).name());
        return last != null && List.of("Softmax", "Sigmoid").contains(last.operator())
                ? last.input(0)
                : Optional.empty();
    }
}
