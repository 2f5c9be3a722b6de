package vermeer.graph.gradient;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vermeer.engine.Engine;
import vermeer.engine.Session;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.Graph;
import vermeer.graph.Node;
import vermeer.graph.shape.Shapes;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

/** What tests of this package share: constants out of nodes, and running a differentiated graph. */
final class Prepared {

    private Prepared() {}

    /** The graph with its {@code Constant} nodes turned into constants. */
    static Graph of(Graph graph) {
        Map<String, Constant> constants = new LinkedHashMap<>(graph.constants());
        List<Node> nodes = new ArrayList<>();
        for (Node node : graph.nodes()) {
            if (node.operator().equals("Constant") && node.attributes().get("value") instanceof Attribute.Value value) {
                constants.put(node.output(), value.constant());
            } else {
                nodes.add(node);
            }
        }
        return graph.withNodes(nodes, constants);
    }

    /** Output and gradient of the graph's first output. */
    static Map<String, Tensor> run(Engine engine, Graph graph, Tensor input, Tensor seed) throws Exception {
        String output = graph.outputs().get(0).name();
        DifferentiatedGraph gradient =
                Differentiation.differentiate(graph, Shapes.infer(graph), output, RuleTable.STANDARD, List.of(), 1);
        try (Session session = engine.open(gradient.graph())) {
            Map<String, Tensor> inputs =
                    Map.of(graph.inputs().get(0).name(), input, gradient.seeds().get(0), seed);
            String name = gradient.inputGradients().get(0);
            Map<String, Tensor> results = session.run(inputs, List.of(output, name), Progress.none());
            return Map.of("output", results.get(output), "gradient", results.get(name));
        }
    }
}
