package vermeer.graph.gradient;

import java.util.Random;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;

/**
 * One use of an operator, whose gradient is checked by finite differences.
 *
 * @param name the operator first
 * @param smallest the input's shape without the batch
 * @param grows whether the shape may also be drawn a little larger
 * @param tolerance how far from the central difference, relative to the largest gradient
 */
record OperatorCase(String name, long[] smallest, boolean grows, Body body, double tolerance) {
    private static final double USUAL = 1e-2;

    /** Central differences of polynomials of degree two have rounding errors only. */
    private static final double QUADRATIC = 5e-4;

    /** What is calculated from {@code x}. */
    @FunctionalInterface
    interface Body {
        String build(SmallGraph graph) throws GraphException;
    }

    /** A case for shapes from this one on. */
    static OperatorCase of(String name, Body body, long... smallest) {
        return new OperatorCase(name, smallest, true, body, USUAL);
    }

    /** A case for one shape. */
    static OperatorCase fixed(String name, Body body, long... shape) {
        return new OperatorCase(name, shape, false, body, USUAL);
    }

    /** An operator without attributes on {@code [channels, height, width]}. */
    static OperatorCase unary(String operator) {
        return of(operator, graph -> graph.add(operator, "x"), 2, 3, 4);
    }

    /** The same, where at most squares are calculated. */
    OperatorCase quadratic() {
        return new OperatorCase(name, smallest, grows, body, QUADRATIC);
    }

    Graph graph(Random random) throws GraphException {
        long[] shape = smallest.clone();
        for (int i = 0; grows && i < shape.length; i++) {
            shape[i] += random.nextInt(2);
        }
        SmallGraph graph = new SmallGraph(random, shape);
        return graph.ending(body.build(graph));
    }

    @Override
    public String toString() {
        return name;
    }
}
