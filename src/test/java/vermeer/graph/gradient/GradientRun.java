package vermeer.graph.gradient;

import ai.onnxruntime.OrtException;
import java.util.List;
import java.util.Map;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.shape.Shapes;
import vermeer.tensor.Tensor;

/** Differentiates a graph's first output and runs it. */
final class GradientRun {

    private GradientRun() {}

    /** d sum(y * seed) / dx by the standard rules. */
    static Tensor of(Graph graph, Tensor x, Tensor seed) throws GraphException, OrtException {
        return of(graph, x, seed, RuleTable.STANDARD);
    }

    static Tensor of(Graph graph, Tensor x, Tensor seed, RuleTable rules) throws GraphException, OrtException {
        DifferentiatedGraph differentiated = Differentiation.differentiate(
                graph, Shapes.infer(graph), graph.outputs().get(0).name(), rules, List.of(), 1);
        Map<String, Tensor> inputs =
                Map.of(graph.inputs().get(0).name(), x, differentiated.seeds().get(0), seed);
        return OnnxRuntimeRun.once(differentiated.graph(), inputs)
                .get(differentiated.inputGradients().get(0));
    }
}
