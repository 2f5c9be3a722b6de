package vermeer.graph.gradient;

import static vermeer.graph.gradient.ConvolutionCases.merge;
import static vermeer.graph.gradient.OperatorCase.of;
import static vermeer.graph.gradient.SmallGraph.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vermeer.graph.Attribute;

/** Poolings with overlapping, tiled and sparse windows, padding and rounding up. */
final class PoolingCases {
    static final List<OperatorCase> CASES = cases();

    private PoolingCases() {}

    private static List<OperatorCase> cases() {
        List<OperatorCase> cases = new ArrayList<>();
        for (String operator : List.of("MaxPool", "AveragePool", "LpPool")) {
            cases.add(pool(operator, "tiled", merge(with("kernel_shape", 2, 3), with("strides", 2, 3))));
            cases.add(pool(operator, "overlapping", with("kernel_shape", 3, 2)));
            cases.add(pool(
                    operator,
                    "padded, step 2",
                    merge(merge(with("kernel_shape", 3, 3), with("strides", 2, 2)), with("pads", 1, 0, 0, 1))));
            cases.add(pool(
                    operator,
                    "SAME_LOWER",
                    merge(merge(with("kernel_shape", 2, 3), with("strides", 2, 2)), with("auto_pad", "SAME_LOWER"))));
            cases.add(pool(operator, "dilated", merge(with("kernel_shape", 2, 2), with("dilations", 2, 3))));
            cases.add(of(operator + ", one-dimensional", graph -> line(graph, operator), 2, 7));
        }
        Map<String, Attribute> roundedUp = merge(
                merge(with("kernel_shape", 3, 2), with("strides", 2, 2)),
                merge(with("pads", 1, 0, 1, 0), with("ceil_mode", 1)));
        cases.add(pool("MaxPool", "rounded up", roundedUp));
        cases.add(pool("AveragePool", "rounded up", roundedUp));
        cases.add(pool("AveragePool", "rounded up, padding counts", merge(roundedUp, with("count_include_pad", 1))));
        cases.add(pool(
                "AveragePool",
                "padding counts",
                merge(merge(with("kernel_shape", 3, 3), with("pads", 1, 1, 1, 0)), with("count_include_pad", 1))));
        cases.add(pool(
                "AveragePool", "step larger than kernel", merge(with("kernel_shape", 2, 1), with("strides", 3, 2))));
        cases.add(pool("LpPool", "p = 3", merge(with("kernel_shape", 2, 3), with("p", 3))));
        cases.add(pool("LpPool", "p = 1", merge(with("kernel_shape", 2, 3), with("p", 1))));
        for (String operator : List.of("GlobalMaxPool", "GlobalAveragePool", "GlobalLpPool")) {
            cases.add(OperatorCase.unary(operator));
        }
        cases.add(of("GlobalLpPool, p = 3", graph -> graph.add("GlobalLpPool", with("p", 3), "x"), 2, 3, 4));
        return cases;
    }

    private static OperatorCase pool(String operator, String name, Map<String, Attribute> attributes) {
        return of(operator + ", " + name, graph -> graph.add(operator, attributes, "x"), 2, 6, 7);
    }

    private static String line(SmallGraph graph, String operator) {
        Map<String, Attribute> attributes =
                merge(with("kernel_shape", new long[] {3}), with("strides", new long[] {2}));
        return graph.add(operator, attributes, "x");
    }
}
