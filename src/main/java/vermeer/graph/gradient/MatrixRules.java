package vermeer.graph.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import vermeer.graph.Attribute;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/** Matrix products, Softmax and LogSoftmax. */
final class MatrixRules {

    /** By operator. */
    static final Map<String, GradientRule> RULES = rules();

    private MatrixRules() {}

    private static Map<String, GradientRule> rules() {
        FirstInputRule softmax = MatrixRules::softmax;
        FirstInputRule logSoftmax = MatrixRules::logSoftmax;
        return Map.of(
                "Gemm",
                MatrixRules::gemm,
                "MatMul",
                MatrixRules::matMul,
                "Einsum",
                new EinsumRule(),
                "Softmax",
                softmax,
                "LogSoftmax",
                logSoftmax);
    }

    /** {@code y = alpha * a * b + beta * c}, with {@code a} and {@code b} transposed or not. */
    private static List<Optional<String>> gemm(Node node, List<Optional<String>> gradients, GradientGraph graph)
            throws GraphException {
        String gradient = gradients.get(0).orElseThrow();
        String a = node.inputs().get(0);
        String b = node.inputs().get(1);
        boolean transA = node.integer("transA", 0) != 0;
        boolean transB = node.integer("transB", 0) != 0;
        float alpha = node.real("alpha", 1);
        List<Optional<String>> result = new ArrayList<>();
        if (graph.needed(a)) {
            result.add(Optional.of(
                    transA
                            ? product(graph, b, transB, gradient, true, alpha)
                            : product(graph, gradient, false, b, !transB, alpha)));
        } else {
            result.add(Optional.empty());
        }
        if (graph.needed(b)) {
            result.add(Optional.of(
                    transB
                            ? product(graph, gradient, true, a, transA, alpha)
                            : product(graph, a, !transA, gradient, false, alpha)));
        } else {
            result.add(Optional.empty());
        }
        Optional<String> c = node.input(2).filter(graph::needed);
        if (c.isPresent()) {
            float beta = node.real("beta", 1);
            String scaled = beta == 1 ? gradient : graph.add("Mul", gradient, graph.scalar(beta));
            result.add(Optional.of(graph.sumTo(scaled, graph.shape(c.get()))));
        }
        return result;
    }

    private static String product(
            GradientGraph graph, String left, boolean transLeft, String right, boolean transRight, float alpha)
            throws GraphException {
        Map<String, Attribute> attributes = Map.of(
                "alpha", new Attribute.Real(alpha),
                "transA", new Attribute.Int(transLeft ? 1 : 0),
                "transB", new Attribute.Int(transRight ? 1 : 0));
        return graph.add("Gemm", attributes, left, right);
    }

    /** Batched, with broadcasting; a vector counts as a row on the left and as a column on the right. */
    private static List<Optional<String>> matMul(Node node, List<Optional<String>> gradients, GradientGraph graph)
            throws GraphException {
        String a = node.inputs().get(0);
        String b = node.inputs().get(1);
        long[] shapeOfA = graph.shape(a);
        long[] shapeOfB = graph.shape(b);
        boolean row = shapeOfA.length == 1;
        boolean column = shapeOfB.length == 1;
        long[] full = graph.shape(gradients.get(0).orElseThrow());
        if (row) {
            full = inserted(full, full.length - (column ? 0 : 1));
        }
        if (column) {
            full = inserted(full, full.length);
        }
        String gradient = graph.reshape(gradients.get(0).orElseThrow(), full);
        String left = row ? graph.reshape(a, 1, shapeOfA[0]) : a;
        String right = column ? graph.reshape(b, shapeOfB[0], 1) : b;
        Optional<String> ofA = Optional.empty();
        if (graph.needed(a)) {
            String product = graph.add("MatMul", gradient, transposed(graph, right));
            ofA = Optional.of(graph.reshape(graph.sumTo(product, graph.shape(left)), shapeOfA));
        }
        Optional<String> ofB = Optional.empty();
        if (graph.needed(b)) {
            String product = graph.add("MatMul", transposed(graph, left), gradient);
            ofB = Optional.of(graph.reshape(graph.sumTo(product, graph.shape(right)), shapeOfB));
        }
        return List.of(ofA, ofB);
    }

    private static long[] inserted(long[] shape, int axis) {
        return LongStream.concat(
                        LongStream.concat(LongStream.of(shape).limit(axis), LongStream.of(1)),
                        LongStream.of(shape).skip(axis))
                .toArray();
    }

    private static String transposed(GradientGraph graph, String matrices) throws GraphException {
        int rank = graph.shape(matrices).length;
        List<Long> order = new ArrayList<>(LongStream.range(0, rank).boxed().toList());
        order.set(rank - 2, rank - 1L);
        order.set(rank - 1, rank - 2L);
        return graph.add("Transpose", Map.of("perm", new Attribute.Ints(order)), matrices);
    }

    private static String softmax(Step step) throws GraphException {
        String along = step.multiply(step.gradient(), step.y());
        return step.multiply(step.y(), step.subtract(step.gradient(), sum(step, along)));
    }

    private static String logSoftmax(Step step) throws GraphException {
        return step.subtract(step.gradient(), step.multiply(step.apply("Exp", step.y()), sum(step, step.gradient())));
    }

    private static String sum(Step step, String value) throws GraphException {
        long axis = step.node().integer("axis", -1);
        return step.graph().add("ReduceSum", value, step.graph().integers(axis));
    }
}
