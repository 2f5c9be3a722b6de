package vermeer.graph.gradient;

import static vermeer.graph.gradient.OperatorCase.of;
import static vermeer.graph.gradient.SmallGraph.with;

import java.util.ArrayList;
import java.util.List;
import vermeer.graph.Constant;

/** Arithmetic with every way in which two values are broadcast. */
final class ArithmeticCases {
    static final List<OperatorCase> CASES = cases();

    private ArithmeticCases() {}

    private static List<OperatorCase> cases() {
        List<OperatorCase> cases = new ArrayList<>();
        for (String operator : List.of("Add", "Sub", "Mul", "Div", "Max", "Min")) {
            cases.add(binary(operator + " with weights a channel", operator, "x", ArithmeticCases::aChannel));
            cases.add(binary(operator + " with a scalar", operator, "x", graph -> graph.scalar(1.2f)));
            cases.add(binary(operator + " with its own mean", operator, "x", ArithmeticCases::ownMean));
            OperatorCase.Body second = operator.startsWith("M") ? graph -> "x" : ArithmeticCases::positive;
            cases.add(of(
                    operator + " of weights",
                    graph -> graph.add(operator, aChannel(graph), second.build(graph)),
                    3,
                    3,
                    4));
            cases.add(of(operator + " of a row and a column", graph -> rowAndColumn(graph, operator), 1, 4, 5));
        }
        for (String operator : List.of("Sum", "Mean", "Max", "Min")) {
            cases.add(of(operator + " of one", graph -> graph.add(operator, "x"), 3, 4));
            cases.add(of(
                    operator + " of three",
                    graph -> graph.add(operator, "x", graph.weights(graph.extent(3)), ownMean(graph)),
                    3,
                    4,
                    4));
        }
        cases.add(of("Mul with itself", graph -> graph.add("Mul", "x", "x"), 3, 4));
        for (float exponent : new float[] {-1, 0.5f, 1, 1.5f, 2, 3}) {
            cases.add(of("Pow " + exponent, graph -> graph.add("Pow", positive(graph), graph.scalar(exponent)), 3, 4));
        }
        cases.add(of("Pow 3 of negative values", graph -> graph.add("Pow", "x", graph.scalar(3)), 3, 4));
        cases.add(of("Pow, whole exponent", graph -> graph.add("Pow", "x", graph.integers(2)), 3, 4));
        cases.add(of("Pow, an exponent a column", ArithmeticCases::exponents, 3, 4));
        cases.add(of("Pow, computed exponent", graph -> graph.add("Pow", positive(graph), ownMean(graph)), 3, 4, 4));
        cases.add(of("Where", ArithmeticCases::where, 3, 4, 4));
        return cases;
    }

    /** x * x + 0.5. */
    static String positive(SmallGraph graph) {
        return graph.add("Add", graph.add("Mul", "x", "x"), graph.scalar(0.5f));
    }

    private static OperatorCase binary(String name, String operator, String first, OperatorCase.Body second) {
        return of(name, graph -> graph.add(operator, first, second.build(graph)), 3, 3, 4);
    }

    private static String aChannel(SmallGraph graph) {
        return graph.positiveWeights(graph.extent(1), 1, 1);
    }

    /** The mean over all axes but the first two, plus 1. */
    private static String ownMean(SmallGraph graph) {
        String mean = graph.add("ReduceMean", with("keepdims", 1), "x", graph.integers(-1));
        return graph.add("Add", mean, graph.scalar(1));
    }

    private static String rowAndColumn(SmallGraph graph, String operator) {
        String row = graph.add("ReduceMean", with("keepdims", 1), "x", graph.integers(2));
        String column = graph.add("ReduceMean", with("keepdims", 1), positive(graph), graph.integers(3));
        return graph.add(operator, row, column);
    }

    private static String exponents(SmallGraph graph) {
        float[] exponents = new float[(int) graph.extent(2)];
        for (int i = 0; i < exponents.length; i++) {
            exponents[i] = i;
        }
        return graph.add("Pow", "x", graph.constant(Constant.floats(new long[] {exponents.length}, exponents)));
    }

    private static String where(SmallGraph graph) {
        String condition = graph.add("Greater", "x", graph.scalar(0.5f));
        return graph.add("Where", condition, positive(graph), ownMean(graph));
    }
}
