package vermeer.graph.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/** The rule of an operator whose inputs are broadcast against each other, element by element. */
@FunctionalInterface
interface BroadcastRule extends GradientRule {

    /**
     * The gradient of input {@code index} before broadcasting is undone: of the output's shape or one that broadcasts to it;
     * empty where that input has none.
     */
    Optional<String> gradient(Step step, int index) throws GraphException;

    @Override
    default List<Optional<String>> differentiate(Node node, List<Optional<String>> gradients, GradientGraph graph)
            throws GraphException {
        List<Optional<String>> result = new ArrayList<>();
        for (int i = 0; i < node.inputs().size(); i++) {
            String input = node.inputs().get(i);
            Optional<String> gradient = Optional.empty();
            if (gradients.get(0).isPresent() && !input.isEmpty() && graph.needed(input)) {
                gradient = gradient(new Step(node, gradients.get(0).get(), graph), i);
            }
            result.add(gradient.isPresent() ? Optional.of(graph.sumTo(gradient.get(), graph.shape(input))) : gradient);
        }
        return result;
    }
}
