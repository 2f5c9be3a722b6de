package vermeer.graph.gradient;

import static vermeer.graph.gradient.ConvolutionCases.merge;
import static vermeer.graph.gradient.OperatorCase.fixed;
import static vermeer.graph.gradient.OperatorCase.of;
import static vermeer.graph.gradient.SmallGraph.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vermeer.graph.Attribute;

/** Matrix products of every arrangement, with one factor and both depending on the input. */
final class MatrixCases {
    static final List<OperatorCase> CASES = cases();

    private MatrixCases() {}

    private static List<OperatorCase> cases() {
        List<OperatorCase> cases = new ArrayList<>();
        cases.add(fixed("Gemm", graph -> graph.add("Gemm", "x", graph.weights(4, 3), graph.weights(3)), 4));
        cases.add(fixed("Gemm, transposed weights, scaled", MatrixCases::scaledGemm, 4));
        cases.add(fixed("Gemm, input on the right", MatrixCases::gemmOnTheRight, 4));
        cases.add(fixed("Gemm, input transposed on the right", MatrixCases::gemmTransposedOnTheRight, 4));
        cases.add(fixed("Gemm, input as bias", MatrixCases::gemmBias, 3));
        cases.add(fixed("MatMul", graph -> graph.add("MatMul", "x", graph.weights(4, 2)), 3, 4));
        cases.add(fixed("MatMul with a vector", graph -> graph.add("MatMul", "x", graph.weights(4)), 3, 4));
        cases.add(fixed("MatMul of a vector", graph -> graph.add("MatMul", graph.weights(3), "x"), 3, 4));
        cases.add(
                fixed("MatMul on the right, broadcast", graph -> graph.add("MatMul", graph.weights(2, 3), "x"), 3, 4));
        cases.add(fixed(
                "MatMul, matrices broadcast", graph -> graph.add("MatMul", "x", graph.weights(5, 4, 2)), 1, 3, 4));
        cases.add(fixed("MatMul of the input with itself", MatrixCases::ownProduct, 3, 4));
        cases.add(einsum("bij,jk->bik", 3, 4, 4));
        cases.add(einsum("bij,jk->bk", 2, 4, 2));
        cases.add(einsum("bij, ik -> bkj", 3, 3, 2));
        cases.add(einsum("...j,jk->...k", 2, 4, 3));
        cases.add(einsum("bij,jk", 2, 3, 2));
        cases.add(fixed("Einsum of one operand", graph -> einsum(graph, "bij->bj", "x"), 3, 4));
        cases.add(fixed("Einsum of three operands", MatrixCases::bilinear, 3, 2));
        cases.add(fixed("Einsum of the input with itself", graph -> einsum(graph, "bij,bkj->bik", "x", "x"), 3, 2));
        cases.add(of("Softmax", graph -> graph.add("Softmax", "x"), 2, 4));
        cases.add(of("Softmax over channels", graph -> graph.add("Softmax", with("axis", 1), "x"), 3, 2, 2));
        cases.add(of("LogSoftmax", graph -> graph.add("LogSoftmax", "x"), 2, 4));
        cases.add(of("LogSoftmax over channels", graph -> graph.add("LogSoftmax", with("axis", 1), "x"), 3, 2, 2));
        return cases;
    }

    private static String scaledGemm(SmallGraph graph) {
        Map<String, Attribute> attributes = merge(with("transB", 1), merge(with("alpha", 0.5f), with("beta", 2f)));
        return graph.add("Gemm", attributes, "x", graph.weights(3, 4), graph.weights(1, 3));
    }

    /** {@code W x^T}, brought back to one row a picture. */
    private static String gemmOnTheRight(SmallGraph graph) {
        String product = graph.add("Gemm", with("transB", 1), graph.weights(3, 4), "x");
        return graph.add("Gemm", merge(with("transA", 1), with("alpha", 0.3f)), product, graph.weights(3, 2));
    }

    private static String gemmTransposedOnTheRight(SmallGraph graph) {
        Map<String, Attribute> attributes = merge(with("transA", 1), with("transB", 1));
        String product = graph.add("Gemm", attributes, graph.weights(4, 3), "x");
        return graph.add("Transpose", product);
    }

    private static String gemmBias(SmallGraph graph) {
        String product = graph.add("Gemm", "x", graph.weights(3, 3));
        return graph.add("Gemm", with("beta", -2f), product, graph.weights(3, 3), "x");
    }

    private static String ownProduct(SmallGraph graph) {
        return graph.add("MatMul", "x", graph.add("Transpose", with("perm", 0, 2, 1), "x"));
    }

    private static OperatorCase einsum(String equation, long columns, long rows, long other) {
        long[] shape = equation.startsWith("bij, ik") ? new long[] {rows, columns} : new long[] {columns, rows};
        return fixed("Einsum " + equation, graph -> einsum(graph, equation, "x", graph.weights(rows, other)), shape);
    }

    private static String einsum(SmallGraph graph, String equation, String... inputs) {
        return graph.add("Einsum", with("equation", equation), inputs);
    }

    private static String bilinear(SmallGraph graph) {
        return einsum(graph, "bij,jk,bik->bi", "x", graph.weights(2, 2), "x");
    }
}
