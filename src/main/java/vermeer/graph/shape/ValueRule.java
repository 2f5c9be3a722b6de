package vermeer.graph.shape;

import java.util.List;
import vermeer.graph.GraphException;

/** What an operator gives for known inputs. */
@FunctionalInterface
interface ValueRule {

    /**
     * @param call a node all of whose inputs are known
     * @param outputs the types of the node's outputs
     * @return the outputs, in order
     * @throws UnknownShapeException where they do not follow for every batch size
     */
    List<Known> compute(Call call, List<TensorType> outputs) throws UnknownShapeException, GraphException;

    /** The only output. */
    @FunctionalInterface
    interface Single {
        Known compute(Call call, TensorType output) throws UnknownShapeException, GraphException;
    }

    /** A rule for operators with one output. */
    static ValueRule one(Single rule) {
        return (call, outputs) -> List.of(rule.compute(call, outputs.get(0)));
    }
}
