package vermeer.graph.gradient;

import static vermeer.graph.gradient.OperatorCase.fixed;
import static vermeer.graph.gradient.OperatorCase.of;
import static vermeer.graph.gradient.SmallGraph.with;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;

/** Operators that rearrange or repeat. What comes out is squared, so that a wrong place shows. */
final class ShapeCases {
    static final List<OperatorCase> CASES = Stream.of(
                    of(
                            "Reshape",
                            graph -> graph.add("Reshape", square(graph), graph.integers(0, -1, graph.extent(2))),
                            3,
                            4,
                            2),
                    of("Reshape to windows", ShapeCases::windows, 2, 4, 3),
                    of("Flatten", graph -> graph.add("Flatten", square(graph)), 3, 4, 2),
                    fixed("Squeeze", graph -> graph.add("Squeeze", square(graph), graph.integers(2, -1)), 3, 1, 4, 1),
                    of("Unsqueeze", graph -> graph.add("Unsqueeze", square(graph), graph.integers(-1, 1)), 3, 4),
                    of("Transpose", graph -> graph.add("Transpose", with("perm", 0, 3, 1, 2), square(graph)), 2, 3, 4),
                    of(
                            "Transpose, five axes",
                            graph -> graph.add("Transpose", with("perm", 0, 2, 4, 1, 3), square(graph)),
                            2,
                            3,
                            2,
                            2),
                    fixed("Expand", graph -> graph.add("Expand", square(graph), graph.integers(1, 3, 4, 5)), 3, 1, 5),
                    fixed("Expand in front", ShapeCases::expandInFront, 3, 4),
                    of("Tile", graph -> graph.add("Tile", square(graph), graph.integers(1, 2, 1, 3)), 2, 3, 2),
                    of("Tile once", graph -> graph.add("Tile", square(graph), graph.integers(1, 1, 1)), 3, 2),
                    fixed("DepthToSpace", graph -> depthToSpace(graph, "DCR"), 8, 2, 3),
                    fixed("DepthToSpace, column-row-depth", graph -> depthToSpace(graph, "CRD"), 8, 2, 3),
                    fixed(
                            "SpaceToDepth",
                            graph -> graph.add("SpaceToDepth", with("blocksize", 2), square(graph)),
                            2,
                            4,
                            6),
                    of("CumSum", graph -> cumulativeSum(graph, 0, 0), 3, 4),
                    of("CumSum, exclusive", graph -> cumulativeSum(graph, 1, 0), 3, 4),
                    of("CumSum, reverse", graph -> cumulativeSum(graph, 0, 1), 3, 4),
                    of("CumSum, exclusive and reverse", graph -> cumulativeSum(graph, 1, 1), 3, 4),
                    of("Trilu, lower", graph -> graph.add("Trilu", with("upper", 0), square(graph)), 4, 5),
                    of("Trilu, above the diagonal", ShapeCases::aboveDiagonal, 4, 5))
            .map(OperatorCase::quadratic)
            .toList();

    private ShapeCases() {}

    /** x * x. */
    static String square(SmallGraph graph) {
        return graph.add("Mul", "x", "x");
    }

    private static String windows(SmallGraph graph) {
        String windows = graph.add("Reshape", square(graph), graph.integers(-1, graph.extent(2), graph.extent(3)));
        String weighted = graph.add("Mul", windows, graph.weights(graph.extent(2), 1));
        return graph.add("Reshape", weighted, graph.integers(-1, graph.extent(1), graph.extent(2), graph.extent(3)));
    }

    private static String expandInFront(SmallGraph graph) {
        String copies = graph.add("Expand", square(graph), graph.integers(2, 1, 3, 1));
        return graph.add("Transpose", with("perm", 1, 0, 2, 3), graph.add("Mul", copies, graph.weights(2, 1, 1, 1)));
    }

    private static String depthToSpace(SmallGraph graph, String mode) {
        Map<String, Attribute> attributes = Map.of("blocksize", new Attribute.Int(2), "mode", new Attribute.Text(mode));
        return graph.add("DepthToSpace", attributes, square(graph));
    }

    private static String cumulativeSum(SmallGraph graph, long exclusive, long reverse) {
        Map<String, Attribute> attributes =
                Map.of("exclusive", new Attribute.Int(exclusive), "reverse", new Attribute.Int(reverse));
        String axis = graph.constant(Constant.integers(new long[0], new long[] {-1}));
        return graph.add("CumSum", attributes, square(graph), axis);
    }

    private static String aboveDiagonal(SmallGraph graph) {
        String diagonal = graph.constant(Constant.integers(new long[0], new long[] {1}));
        return graph.add("Trilu", square(graph), diagonal);
    }
}
