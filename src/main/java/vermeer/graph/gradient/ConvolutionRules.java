package vermeer.graph.gradient;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import vermeer.graph.Attribute;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/**
 * Conv and ConvTranspose in any number of dimensions.
 *
 * <p>The gradient of a convolution's input is a convolution of the output's gradient with flipped weights whose input and
 * output channels are exchanged. For steps larger than 1 it is either computed for each position modulo the step at once
 * ({@link SubpixelConvolution}) or on the gradient with zeros put between its elements. Which is faster was measured; see
 * docs/adr/0004-gradient-graph-speed.md.
 */
final class ConvolutionRules {

    /** By operator. */
    static final Map<String, GradientRule> RULES = rules();

    private ConvolutionRules() {}

    private static Map<String, GradientRule> rules() {
        FirstInputRule convolution = ConvolutionRules::convolution;
        FirstInputRule transposed = ConvolutionRules::transposed;
        return Map.of("Conv", convolution, "ConvTranspose", transposed);
    }

    private static String convolution(Step step) throws GraphException {
        Node node = step.node();
        GradientGraph graph = step.graph();
        requireFixedWeights(node, graph);
        String weights = node.inputs().get(1);
        long[] weightShape = graph.shape(weights);
        long[] kernel = LongStream.of(weightShape).skip(2).toArray();
        Window window = Window.of(node, kernel, graph.shape(step.x()), graph.shape(step.y()));
        long group = node.integer("group", 1);
        if (graph.constant(weights).isEmpty()) {
            return byConvTranspose(step, window, group);
        }
        if (window.dense()) {
            return backwards(graph, Spread.none(step.gradient(), window), flippedWeights(step, group), window, group);
        }
        if (LongStream.of(kernel).allMatch(extent -> extent == 1)) {
            String small =
                    convolve(graph, step.gradient(), flippedWeights(step, group), group, new long[0], new long[0]);
            return Spread.apart(graph, small, window).fitted(graph, window.begin(), window.input());
        }
        boolean depthwise = group > 1 && weightShape[1] == 1;
        if (SubpixelConvolution.fits(window) && !depthwise) {
            return SubpixelConvolution.of(window).apply(step, weights, group);
        }
        Spread spread = Spread.apart(graph, step.gradient(), window);
        return backwards(graph, spread, flippedWeights(step, group), window, group);
    }

    /**
     * What a stride-1 convolution with flipped weights makes of a gradient that is already spread over the steps.
     *
     * @param flipped weights as {@link ConvolutionWeights#flipped} gives them
     * @return shaped as the forward convolution's input
     */
    static String backwards(GradientGraph graph, Spread spread, String flipped, Window window, long group)
            throws GraphException {
        int axes = window.axes();
        long[] front = new long[axes];
        long[] back = new long[axes];
        for (int i = 0; i < axes; i++) {
            front[i] = window.reach(i) - window.begin()[i] - spread.first()[i];
            back[i] = window.input()[i] + window.reach(i) - spread.length()[i] - front[i];
        }
        String cropped = crop(graph, spread.value(), front, back, spread.length());
        long[] pads = IntStream.range(0, 2 * axes)
                .mapToLong(i -> Math.max(0, i < axes ? front[i] : back[i - axes]))
                .toArray();
        return convolve(graph, cropped, flipped, group, pads, window.dilations());
    }

    /** Cuts off what negative padding would. */
    static String crop(GradientGraph graph, String value, long[] front, long[] back, long[] length)
            throws GraphException {
        int axes = front.length;
        if (IntStream.range(0, axes).allMatch(i -> front[i] >= 0 && back[i] >= 0)) {
            return value;
        }
        long[] starts = LongStream.of(front).map(pad -> Math.max(0, -pad)).toArray();
        long[] ends = IntStream.range(0, axes)
                .mapToLong(i -> length[i] - Math.max(0, -back[i]))
                .toArray();
        long[] spatial = LongStream.range(2, 2 + axes).toArray();
        return graph.add("Slice", value, graph.integers(starts), graph.integers(ends), graph.integers(spatial));
    }

    static String convolve(GradientGraph graph, String value, String weights, long group, long[] pads, long[] dilations)
            throws GraphException {
        long[] shape = graph.shape(weights);
        Map<String, Attribute> attributes = new HashMap<>();
        attributes.put("kernel_shape", ints(LongStream.of(shape).skip(2).toArray()));
        attributes.put("group", new Attribute.Int(group));
        if (pads.length > 0) {
            attributes.put("pads", ints(pads));
        }
        if (dilations.length > 0) {
            attributes.put("dilations", ints(dilations));
        }
        return graph.add("Conv", attributes, value, weights);
    }

    private static String flippedWeights(Step step, long group) {
        return step.graph()
                .derived(
                        step.node().inputs().get(1),
                        "flipped in groups of " + group,
                        weights -> ConvolutionWeights.flipped(weights, Math.toIntExact(group)));
    }

    /** For weights that are computed in the graph, such as dequantised ones. */
    private static String byConvTranspose(Step step, Window window, long group) throws GraphException {
        int axes = window.axes();
        long[] pads = new long[2 * axes];
        long[] outputPadding = new long[axes];
        for (int i = 0; i < axes; i++) {
            pads[i] = window.begin()[i];
            pads[axes + i] = window.end()[i];
            outputPadding[i] = window.input()[i]
                    + window.begin()[i]
                    + window.end()[i]
                    - (window.output()[i] - 1) * window.strides()[i]
                    - window.reach(i)
                    - 1;
        }
        Map<String, Attribute> attributes = Map.of(
                "group", new Attribute.Int(group),
                "kernel_shape", ints(window.kernel()),
                "strides", ints(window.strides()),
                "dilations", ints(window.dilations()),
                "pads", ints(pads),
                "output_padding", ints(outputPadding));
        return step.graph()
                .add(
                        "ConvTranspose",
                        attributes,
                        step.gradient(),
                        step.node().inputs().get(1));
    }

    /** A transposed convolution is a convolution's gradient, so its own gradient is that convolution. */
    private static String transposed(Step step) throws GraphException {
        Node node = step.node();
        GradientGraph graph = step.graph();
        requireFixedWeights(node, graph);
        String weights = node.inputs().get(1);
        long[] kernel = LongStream.of(graph.shape(weights)).skip(2).toArray();
        Window window = TransposedWindow.of(node, kernel, graph.shape(step.x()), graph.shape(step.y()));
        int axes = kernel.length;
        long[] front = window.begin();
        long[] back = window.end();
        String cropped = crop(graph, step.gradient(), front, back, window.input());
        long[] pads = IntStream.range(0, 2 * axes)
                .mapToLong(i -> Math.max(0, i < axes ? front[i] : back[i - axes]))
                .toArray();
        Map<String, Attribute> attributes = Map.of(
                "group", new Attribute.Int(node.integer("group", 1)),
                "kernel_shape", ints(kernel),
                "strides", ints(window.strides()),
                "dilations", ints(window.dilations()),
                "pads", ints(pads));
        return graph.add("Conv", attributes, cropped, weights);
    }

    private static void requireFixedWeights(Node node, GradientGraph graph) throws GraphException {
        for (int i = 1; i < node.inputs().size(); i++) {
            if (graph.needed(node.inputs().get(i))) {
                throw new GraphException("The operator " + node.describe()
                        + " has weights that depend on the picture, which has no gradient rule.");
            }
        }
    }

    static Attribute ints(long... values) {
        return new Attribute.Ints(LongStream.of(values).boxed().toList());
    }
}
