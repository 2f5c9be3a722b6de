package vermeer.evaluation.handover;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vermeer.graph.Constant;
import vermeer.graph.Graph;
import vermeer.graph.Node;
import vermeer.model.OpenModel;

/** A network whose logits are divided by a temperature, so that every program that runs it gets calibrated probabilities. */
final class CalibratedGraph {
    private static final String TEMPERATURE = "vermeer_temperature";
    private static final String LOGITS = "vermeer_uncalibrated";

    private CalibratedGraph() {}

    /** The graph as written, with the division before the final softmax, or last where it ends in logits. */
    static Graph of(OpenModel model, double temperature) {
        Graph graph = model.source();
        String logits = softmaxInput(graph).orElse(graph.outputs().get(0).name());
        List<Node> nodes = new ArrayList<>();
        for (Node node : graph.nodes()) {
            if (node.outputs().contains(logits)) {
                List<String> outputs = node.outputs().stream()
                        .map(name -> name.equals(logits) ? LOGITS : name)
                        .toList();
                nodes.add(new Node(
                        node.name(), node.domain(), node.operator(), node.inputs(), outputs, node.attributes()));
                nodes.add(Node.of("Div", List.of(LOGITS, TEMPERATURE), logits, Map.of()));
            } else {
                nodes.add(node);
            }
        }
        Map<String, Constant> constants = new LinkedHashMap<>(graph.constants());
        constants.put(TEMPERATURE, Constant.floats(new long[0], (float) temperature));
        return graph.withNodes(nodes, constants);
    }

    private static java.util.Optional<String> softmaxInput(Graph graph) {
        Node last = graph.producers().get(graph.outputs().get(0).name());
        return last != null && List.of("Softmax", "Sigmoid").contains(last.operator())
                ? last.input(0)
                : java.util.Optional.empty();
    }
}
