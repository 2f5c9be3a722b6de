package vermeer.graph.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vermeer.graph.Attribute;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.graph.ValueInfo;

/** Shapes of an If: what both branches agree on, or the one that is taken. */
final class BranchShapes {

    private BranchShapes() {}

    static List<TensorType> infer(Call call) throws UnknownShapeException, GraphException {
        if (call.find(0).isPresent() && call.value(0).constant()) {
            return branch(call, call.value(0).number(0) != 0 ? "then_branch" : "else_branch");
        }
        List<TensorType> taken;
        try {
            taken = branch(call, "then_branch");
        } catch (GraphException neverTaken) {
            return branch(call, "else_branch");
        }
        List<TensorType> other;
        try {
            other = branch(call, "else_branch");
        } catch (GraphException neverTaken) {
            return taken;
        }
        if (taken.size() != other.size()) {
            throw call.misfit("its branches give different numbers of results");
        }
        List<TensorType> both = new ArrayList<>();
        for (int i = 0; i < taken.size(); i++) {
            both.add(either(taken.get(i), other.get(i)));
        }
        return both;
    }

    private static TensorType either(TensorType a, TensorType b) throws UnknownShapeException {
        if (a.shape().length != b.shape().length) {
            throw new UnknownShapeException();
        }
        long[] shape = new long[a.shape().length];
        Arrays.setAll(shape, i -> a.shape()[i] == b.shape()[i] ? a.shape()[i] : Graph.UNKNOWN);
        return a.shaped(shape);
    }

    private static List<TensorType> branch(Call call, String key) throws UnknownShapeException, GraphException {
        if (!(call.node().attributes().get(key) instanceof Attribute.Body body)) {
            throw call.misfit("it has no " + key);
        }
        Shapes inside = call.known().copy();
        body.graph().constants().forEach(inside::add);
        for (Node node : body.graph().nodes()) {
            inside.add(node);
        }
        List<TensorType> outputs = new ArrayList<>();
        for (ValueInfo output : body.graph().outputs()) {
            outputs.add(inside.find(output.name()).orElseThrow(UnknownShapeException::new));
        }
        return outputs;
    }
}
