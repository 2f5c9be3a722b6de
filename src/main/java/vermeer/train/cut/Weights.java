package vermeer.train.cut;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.Node;

/** Which constants of a graph are weights that training may change. Single numbers are parts of formulas, not weights. */
final class Weights {
    private static final Set<String> LAYERS = Set.of("Conv", "Gemm", "MatMul");
    private static final Set<String> SHIFTS = Set.of("Add", "Sub", "Mul", "Div");

    private Weights() {}

    /** Whether a node is a convolution or a dense layer with constant weights. */
    static boolean isLayer(Node node, Graph graph) {
        return node.domain().isEmpty()
                && LAYERS.contains(node.operator())
                && !of(node, graph).isEmpty();
    }

    /** What a layer reads besides its weights. */
    static String data(Node layer, Graph graph) {
        return layer.inputs().stream()
                .filter(value -> !graph.constants().containsKey(value))
                .findFirst()
                .orElse("");
    }

    /** The weights of a node, in the order of its inputs; empty where it has none. */
    static List<String> of(Node node, Graph graph) {
        boolean known =
                node.domain().isEmpty() && (LAYERS.contains(node.operator()) || SHIFTS.contains(node.operator()));
        List<String> weights = new ArrayList<>();
        for (String value : node.inputs()) {
            Constant constant = graph.constants().get(value);
            if (known && constant != null && constant.type() == ElementType.FLOAT && constant.size() > 1) {
                weights.add(value);
            }
        }
        return weights;
    }
}
