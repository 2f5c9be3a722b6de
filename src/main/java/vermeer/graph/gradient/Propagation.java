package vermeer.graph.gradient;

import java.util.Optional;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.shape.Shapes;

/**
 * A way back through a network that needs more than a {@link RuleTable}: a changed forward graph, further inputs, or books
 * that are kept on the way. Implementations are records of their settings; equal ones make equal graphs.
 */
public sealed interface Propagation permits ActivationDifferences, FullGradient, LayerwiseRelevance {

    /**
     * Why this way cannot be taken through a graph, as a sentence for the user; empty where it can.
     *
     * @param prepared the graph, with shapes that are known apart from the batch
     * @param output the value to explain, such as the logits
     */
    Optional<String> refusal(Graph prepared, Shapes shapes, String output);

    /**
     * The graph that goes this way.
     *
     * @throws GraphException where the graph uses an operator in a way that has no rule
     */
    PropagationGraph apply(Graph prepared, Shapes shapes, String output) throws GraphException;
}
