package vermeer.graph.gradient;

import java.util.Map;
import vermeer.graph.Attribute;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/**
 * One operator with one output on the way back: what its rule reads, and short names for the arithmetic that it adds.
 * Everything is element by element with broadcasting.
 *
 * @param node the operator's node
 * @param gradient the gradient of the node's output
 * @param graph the graph under construction
 */
record Step(Node node, String gradient, GradientGraph graph) {

    /** So steep that the hard sigmoid becomes a step: faster in ONNX Runtime than a comparison and a cast. */
    private static final float STEEP = 1e38f;

    /** The first input. */
    String x() {
        return node.inputs().get(0);
    }

    /** The output. */
    String y() {
        return node.output();
    }

    String add(String a, String b) throws GraphException {
        return graph.add("Add", a, b);
    }

    String add(String a, float b) throws GraphException {
        return graph.add("Add", a, graph.scalar(b));
    }

    String subtract(String a, String b) throws GraphException {
        return graph.add("Sub", a, b);
    }

    String subtract(float a, String b) throws GraphException {
        return graph.add("Sub", graph.scalar(a), b);
    }

    String multiply(String a, String b) throws GraphException {
        return graph.add("Mul", a, b);
    }

    String multiply(String a, float b) throws GraphException {
        return b == 1 ? a : graph.add("Mul", a, graph.scalar(b));
    }

    String divide(String a, String b) throws GraphException {
        return graph.add("Div", a, b);
    }

    String square(String a) throws GraphException {
        return multiply(a, a);
    }

    /** An operator of one input. */
    String apply(String operator, String a) throws GraphException {
        return graph.add(operator, a);
    }

    /** The gradient times {@code derivative}. */
    String chain(String derivative) throws GraphException {
        return multiply(gradient, derivative);
    }

    /** 1 where {@code a} is above 0, else 0. */
    String above(String a) throws GraphException {
        return step(a, 0);
    }

    /** 1 where {@code a} is at least 0, else 0. */
    String atLeast(String a) throws GraphException {
        return step(a, 1);
    }

    /** 1 where {@code a} is above 0, 1/2 where it is 0, else 0. */
    String aboveOrHalf(String a) throws GraphException {
        return step(a, 0.5f);
    }

    private String step(String a, float atZero) throws GraphException {
        Map<String, Attribute> attributes =
                Map.of("alpha", new Attribute.Real(STEEP), "beta", new Attribute.Real(atZero));
        return graph.add("HardSigmoid", attributes, a);
    }
}
