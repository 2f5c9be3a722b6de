package vermeer.graph.gradient;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.graph.Attribute;
import vermeer.graph.ElementType;
import vermeer.graph.GraphException;

/**
 * {@code Max} and {@code Min} between broadcast values. Inputs that tie share the gradient evenly, as in PyTorch.
 *
 * @param largest whether it is {@code Max}
 */
record ExtremeRule(boolean largest) implements BroadcastRule {

    @Override
    public Optional<String> gradient(Step step, int index) throws GraphException {
        List<String> inputs = step.node().inputs();
        if (inputs.size() == 1) {
            return Optional.of(step.gradient());
        }
        if (inputs.size() > 2) {
            return Optional.of(ofMany(step, index));
        }
        String own = inputs.get(index);
        String other = inputs.get(1 - index);
        String lead = largest ? step.subtract(own, other) : step.subtract(other, own);
        return Optional.of(step.chain(step.aboveOrHalf(lead)));
    }

    private static String ofMany(Step step, int index) throws GraphException {
        List<String> inputs = step.node().inputs();
        String count = reaches(step, 0);
        for (int i = 1; i < inputs.size(); i++) {
            count = step.add(count, reaches(step, i));
        }
        return step.multiply(step.divide(step.gradient(), count), reaches(step, index));
    }

    private static String reaches(Step step, int index) throws GraphException {
        String equal = step.graph().add("Equal", step.node().inputs().get(index), step.y());
        return step.graph().add("Cast", Map.of("to", new Attribute.Int(ElementType.FLOAT.code())), equal);
    }
}
