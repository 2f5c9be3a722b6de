package vermeer.graph.shape;

import java.util.List;
import vermeer.graph.GraphException;

/** How an operator's outputs are shaped. */
@FunctionalInterface
interface ShapeRule {

    /**
     * The outputs' types, in order; optional outputs at the end may be left out of the list.
     *
     * @throws UnknownShapeException where they do not follow from what is known
     * @throws GraphException where the inputs do not fit each other
     */
    List<TensorType> infer(Call call) throws UnknownShapeException, GraphException;

    /** A rule for operators with one output. */
    static ShapeRule one(Single rule) {
        return call -> List.of(rule.infer(call));
    }

    /** The type of the only output. */
    @FunctionalInterface
    interface Single {
        TensorType infer(Call call) throws UnknownShapeException, GraphException;
    }
}
