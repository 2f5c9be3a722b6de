package vermeer.graph.gradient;

import static vermeer.graph.gradient.OperatorCase.fixed;
import static vermeer.graph.gradient.OperatorCase.of;
import static vermeer.graph.gradient.SmallGraph.with;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vermeer.graph.Attribute;

/** Convolutions of every step, dilation, group and padding, in one, two and three dimensions. */
final class ConvolutionCases {
    static final List<OperatorCase> CASES = cases();

    private ConvolutionCases() {}

    private static List<OperatorCase> cases() {
        List<OperatorCase> cases = new ArrayList<>();
        cases.add(conv("Conv, padding on one side", 1, array(3, 2), with("pads", 1, 0, 0, 1)));
        cases.add(conv("Conv, more padding than kernel", 1, array(2, 2), with("pads", 3, 2, 2, 3)));
        cases.add(conv("Conv, dilated", 1, array(2, 3), with("dilations", 3, 2)));
        cases.add(conv("Conv, step 2", 1, array(3, 3), merge(with("strides", 2, 2), with("pads", 1, 1, 1, 1))));
        cases.add(conv("Conv, steps 2 and 3", 1, array(3, 3), with("strides", 2, 3)));
        cases.add(conv("Conv, step larger than kernel", 1, array(2, 2), with("strides", 3, 3)));
        cases.add(conv("Conv, 1x1 of step 2", 1, array(1, 1), with("strides", 2, 2)));
        cases.add(conv(
                "Conv, 1x1 of step 3 in a frame",
                1,
                array(1, 1),
                merge(with("strides", 3, 3), with("pads", 1, 2, 2, 0))));
        cases.add(conv("Conv, step 2, dilated", 1, array(2, 2), merge(with("strides", 2, 2), with("dilations", 2, 3))));
        cases.add(
                conv("Conv, SAME_UPPER", 1, array(2, 3), merge(with("auto_pad", "SAME_UPPER"), with("strides", 2, 2))));
        cases.add(
                conv("Conv, SAME_LOWER", 1, array(2, 2), merge(with("auto_pad", "SAME_LOWER"), with("strides", 2, 2))));
        cases.add(conv("Conv, VALID", 1, array(3, 3), merge(with("auto_pad", "VALID"), with("strides", 2, 2))));
        cases.add(conv("Conv, groups", 2, array(3, 3), with("pads", 1, 1, 1, 1)));
        cases.add(conv("Conv, groups, step 2", 2, array(3, 3), with("strides", 2, 2)));
        cases.add(conv(
                "Conv, depthwise, step 2", 4, array(3, 3), merge(with("strides", 2, 2), with("pads", 0, 0, 1, 1))));
        cases.add(conv("Conv, depthwise, step 3", 4, array(2, 2), with("strides", 3, 3)));
        cases.add(of("Conv, one-dimensional", graph -> line(graph, 1), 2, 6));
        cases.add(of("Conv, one-dimensional, step 2", graph -> line(graph, 2), 2, 6));
        cases.add(fixed("Conv, three-dimensional, step 2", ConvolutionCases::volume, 2, 4, 3, 4));
        cases.add(of("Conv, calculated weights", graph -> calculated(graph, 1), 2, 6, 7));
        cases.add(of("Conv, calculated weights, step 2", graph -> calculated(graph, 2), 2, 6, 7));
        cases.add(transposed("ConvTranspose", 1, Map.of()));
        cases.add(transposed("ConvTranspose, step 2", 1, merge(with("strides", 2, 2), with("pads", 1, 0, 0, 1))));
        cases.add(transposed(
                "ConvTranspose, output padding", 1, merge(with("strides", 3, 2), with("output_padding", 2, 1))));
        cases.add(transposed("ConvTranspose, dilated groups", 2, with("dilations", 2, 1)));
        cases.add(transposed(
                "ConvTranspose, SAME_UPPER", 1, merge(with("strides", 2, 2), with("auto_pad", "SAME_UPPER"))));
        cases.add(transposed(
                "ConvTranspose, SAME_LOWER", 1, merge(with("strides", 2, 2), with("auto_pad", "SAME_LOWER"))));
        cases.add(transposed("ConvTranspose, much cut off", 1, with("pads", 2, 2, 2, 2)));
        return cases;
    }

    private static OperatorCase conv(String name, int group, long[] kernel, Map<String, Attribute> settings) {
        Map<String, Attribute> attributes = merge(settings, with("group", group));
        return of(
                name,
                graph -> {
                    String first = graph.add("Conv", "x", graph.weights(4, graph.extent(1), 1, 1));
                    String weights = graph.weights(4, 4 / group, kernel[0], kernel[1]);
                    return graph.add("Conv", attributes, first, weights, graph.weights(4));
                },
                1,
                6,
                7);
    }

    private static OperatorCase transposed(String name, int group, Map<String, Attribute> settings) {
        Map<String, Attribute> attributes = merge(settings, with("group", group));
        return fixed(name, graph -> graph.add("ConvTranspose", attributes, "x", graph.weights(4, 2, 3, 2)), 4, 5, 4);
    }

    private static String line(SmallGraph graph, int step) {
        Map<String, Attribute> attributes = merge(with("strides", array(step)), with("pads", array(1, 0)));
        return graph.add("Conv", attributes, "x", graph.weights(3, graph.extent(1), 3));
    }

    private static String volume(SmallGraph graph) {
        Map<String, Attribute> attributes = merge(with("strides", 2, 1, 2), with("pads", 1, 0, 1, 0, 0, 1));
        return graph.add("Conv", attributes, "x", graph.weights(2, 2, 3, 2, 2));
    }

    /** Weights that are read from the picture's size only, so that no constant stands for them. */
    private static String calculated(SmallGraph graph, int step) {
        String random = graph.weights(2, graph.extent(1), 3, 2);
        String unknown = graph.add("Where", graph.add("IsNaN", random), graph.scalar(0), random);
        return graph.add("Conv", merge(with("strides", step, step), with("pads", 1, 1, 0, 1)), "x", unknown);
    }

    static Map<String, Attribute> merge(Map<String, Attribute> first, Map<String, Attribute> second) {
        Map<String, Attribute> all = new HashMap<>(first);
        all.putAll(second);
        return all;
    }

    static long[] array(long... values) {
        return values;
    }
}
