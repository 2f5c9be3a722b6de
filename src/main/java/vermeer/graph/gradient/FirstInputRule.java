package vermeer.graph.gradient;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/** The rule of an operator with one output that passes a gradient to its first input only. */
@FunctionalInterface
interface FirstInputRule extends GradientRule {

    /** The gradient of the first input, shaped as that. */
    String gradient(Step step) throws GraphException;

    @Override
    default List<Optional<String>> differentiate(Node node, List<Optional<String>> gradients, GradientGraph graph)
            throws GraphException {
        List<Optional<String>> result =
                new ArrayList<>(Collections.nCopies(node.inputs().size(), Optional.empty()));
        if (gradients.get(0).isPresent() && graph.needed(node.inputs().get(0))) {
            result.set(0, Optional.of(gradient(new Step(node, gradients.get(0).get(), graph))));
        }
        return result;
    }
}
