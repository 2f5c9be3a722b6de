package vermeer.graph.gradient;

import static vermeer.graph.gradient.OperatorCase.of;
import static vermeer.graph.gradient.SmallGraph.with;

import java.util.ArrayList;
import java.util.List;

/** Reductions over one axis, several, and all but the batch, with the axes kept and dropped. */
final class ReductionCases {
    static final List<OperatorCase> CASES = cases();

    private ReductionCases() {}

    private static List<OperatorCase> cases() {
        List<OperatorCase> cases = new ArrayList<>();
        for (String operator : List.of(
                "ReduceSum",
                "ReduceMean",
                "ReduceMax",
                "ReduceMin",
                "ReduceL1",
                "ReduceL2",
                "ReduceSumSquare",
                "ReduceLogSumExp",
                "ReduceProd")) {
            cases.add(reduction(operator, "x kept", graph -> "x", 1, 2, 3));
            cases.add(reduction(operator, "last axis", graph -> "x", 0, -1));
            cases.add(reduction(operator, "first and last", graph -> "x", 0, 1, -1));
            cases.add(reduction(operator, "all but the batch", graph -> "x", 0, 3, 1, 2));
        }
        cases.add(reduction("ReduceLogSum", "positive", ArithmeticCases::positive, 0, 2, 3));
        cases.add(of(
                "ReduceMean, no axes", graph -> graph.add("ReduceMean", with("noop_with_empty_axes", 1), "x"), 3, 4));
        return cases;
    }

    private static OperatorCase reduction(
            String operator, String name, OperatorCase.Body input, int keep, long... axes) {
        return of(
                operator + ", " + name,
                graph -> graph.add(operator, with("keepdims", keep), input.build(graph), graph.integers(axes)),
                2,
                2,
                3);
    }
}
