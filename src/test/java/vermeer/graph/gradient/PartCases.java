package vermeer.graph.gradient;

import static vermeer.graph.gradient.OperatorCase.fixed;
import static vermeer.graph.gradient.OperatorCase.of;
import static vermeer.graph.gradient.ShapeCases.square;
import static vermeer.graph.gradient.SmallGraph.with;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;

/** Operators that join values, pick from them or pad them. */
final class PartCases {
    private static final long END = Long.MAX_VALUE;

    static final List<OperatorCase> CASES = cases();

    private PartCases() {}

    private static List<OperatorCase> cases() {
        List<OperatorCase> cases = new ArrayList<>();
        cases.add(of("Concat", PartCases::concat, 2, 3, 4));
        cases.add(of(
                "Concat along the last axis",
                graph -> graph.add("Concat", with("axis", -1), "x", square(graph)),
                3,
                2));
        cases.add(fixed("Split, uneven", graph -> split(graph, 3, Map.of(), graph.integers(3, 1, 2)), 6, 2));
        cases.add(fixed("Split in two", graph -> split(graph, 2, with("num_outputs", 2)), 5, 2));
        cases.add(fixed("Split, one part unread", PartCases::partlyRead, 5, 2));
        cases.addAll(slices());
        cases.addAll(gathers());
        cases.addAll(pads());
        return cases.stream().map(OperatorCase::quadratic).toList();
    }

    private static List<OperatorCase> slices() {
        return List.of(
                slice("Slice", array(1), array(3), array(2), array(1)),
                slice("Slice from the end", array(-2), array(END), array(-1), array(1)),
                slice("Slice both axes", array(1, 0), array(END, -1), array(2, 3), array(1, 1)),
                slice("Slice, step 2", array(1), array(END), array(2), array(2)),
                slice("Slice patches", array(0, 1), array(END, END), array(2, 3), array(2, 2)),
                slice("Slice backwards", array(-1), array(-END), array(3), array(-1)),
                slice("Slice backwards, step 2", array(-2), array(0), array(3), array(-2)),
                slice("Slice beyond the end", array(-100), array(100), array(1), array(1)),
                slice("Slice the whole batch", array(0, 1), array(END, 2), array(0, 2), array(1, 1)),
                of(
                        "Slice, axes left out",
                        graph -> graph.add("Slice", square(graph), graph.integers(0, 1), graph.integers(END, 3)),
                        4,
                        2));
    }

    private static OperatorCase slice(String name, long[] starts, long[] ends, long[] axes, long[] steps) {
        return of(
                name,
                graph -> graph.add(
                        "Slice",
                        square(graph),
                        graph.integers(starts),
                        graph.integers(ends),
                        graph.integers(axes),
                        graph.integers(steps)),
                2,
                4,
                5);
    }

    private static List<OperatorCase> gathers() {
        return List.of(
                gather("Gather one", 2, Constant.integers(new long[0], new long[] {-2})),
                gather("Gather a list", 1, Constant.integers(2, 0)),
                gather("Gather with repetitions", 3, Constant.integers(3, 0, 3, -1, 1)),
                gather("Gather with many repetitions", 2, Constant.integers(1, 1, 1, 1, 1, 0)),
                gather("Gather a matrix", -1, Constant.integers(new long[] {2, 2}, new long[] {0, 3, 2, 0})),
                of("Gather, computed places", PartCases::computedPlaces, 3, 4, 2),
                of("GatherElements", PartCases::largest, 3, 2, 4));
    }

    private static OperatorCase gather(String name, long axis, Constant indices) {
        return of(
                name,
                graph -> graph.add("Gather", with("axis", axis), square(graph), graph.constant(indices)),
                3,
                2,
                4);
    }

    private static String computedPlaces(SmallGraph graph) {
        String places = graph.add(
                "ArgMax", Map.of("axis", new Attribute.Int(1), "keepdims", new Attribute.Int(0)), graph.weights(5, 4));
        return graph.add("Gather", with("axis", 2), square(graph), places);
    }

    private static String largest(SmallGraph graph) {
        String places = graph.add("ArgMax", with("axis", 2), "x");
        return graph.add("GatherElements", with("axis", 2), square(graph), places);
    }

    private static List<OperatorCase> pads() {
        List<OperatorCase> cases = new ArrayList<>();
        for (String mode : List.of("constant", "reflect", "edge", "wrap")) {
            cases.add(pad(mode, array(0, 0, 1, 2, 0, 0, 2, 1)));
            cases.add(pad(mode, array(0, 0, 0, 3, 0, 0, 0, 3)));
        }
        cases.add(pad("constant", array(0, 1, -1, 2, 0, 0, 0, -1)));
        cases.add(pad("constant", array(0, 0, -1, -1, 0, 0, 0, -2)));
        cases.add(pad("edge", array(0, 0, 0, 4, 0, 0, 5, 0)));
        cases.add(of(
                "Pad given axes",
                graph -> graph.add(
                        "Pad", square(graph), graph.integers(1, 2, 0, 1), graph.scalar(3), graph.integers(-1, 2)),
                2,
                4,
                4));
        return cases;
    }

    private static OperatorCase pad(String mode, long[] pads) {
        return of(
                "Pad, " + mode + " " + Arrays.toString(pads),
                graph -> graph.add("Pad", with("mode", mode), square(graph), graph.integers(pads)),
                2,
                4,
                4);
    }

    private static String concat(SmallGraph graph) {
        String constant = graph.add("Mul", "x", graph.scalar(0));
        return graph.add("Concat", with("axis", 1), "x", constant, square(graph), "x");
    }

    private static String split(SmallGraph graph, int parts, Map<String, Attribute> attributes, String... sizes) {
        List<String> inputs = new ArrayList<>(List.of(square(graph)));
        inputs.addAll(List.of(sizes));
        Map<String, Attribute> all = new HashMap<>(attributes);
        all.put("axis", new Attribute.Int(1));
        List<String> outputs = graph.add("Split", parts, all, inputs.toArray(String[]::new));
        List<String> sums = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            sums.add(graph.add("ReduceSum", with("keepdims", 0), graph.add("Exp", outputs.get(i)), graph.integers(1)));
        }
        return graph.add("Concat", with("axis", 1), sums.toArray(String[]::new));
    }

    private static String partlyRead(SmallGraph graph) {
        Map<String, Attribute> attributes = Map.of("axis", new Attribute.Int(1));
        List<String> outputs = graph.add("Split", 3, attributes, square(graph), graph.integers(1, 2, 2));
        return graph.add("Add", outputs.get(2), graph.scalar(1));
    }

    private static long[] array(long... values) {
        return values;
    }
}
