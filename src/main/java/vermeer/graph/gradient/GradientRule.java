package vermeer.graph.gradient;

import java.util.List;
import java.util.Optional;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/** How the gradient passes backwards through one operator. */
@FunctionalInterface
public interface GradientRule {

    /**
     * Adds the nodes that compute the gradients of a node's inputs from the gradients of its outputs.
     *
     * @param node the node of the forward graph; its inputs and outputs can be read by name
     * @param gradients the gradient of each output, shaped as the output; empty where no gradient arrives there
     * @param graph the graph under construction
     * @return the gradient of each input, shaped as the input; empty for inputs that have none or whose gradient is not
     *     {@linkplain GradientGraph#needed needed}
     * @throws GraphException where this use of the operator cannot be differentiated; the message names the node
     */
    List<Optional<String>> differentiate(Node node, List<Optional<String>> gradients, GradientGraph graph)
            throws GraphException;
}
