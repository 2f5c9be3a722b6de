package vermeer.graph.gradient;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import vermeer.graph.Attribute;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/**
 * Conv whose weights change from run to run: the gradients of its input, weights and bias, for a batch of known size.
 *
 * <p>The weights' gradient is itself a convolution: of the input, with its channels as the batch, by the output's gradient,
 * with the pictures as channels, where strides and dilations change places.
 */
final class TrainedConvolution implements GradientRule {

    @Override
    public List<Optional<String>> differentiate(Node node, List<Optional<String>> gradients, GradientGraph graph)
            throws GraphException {
        List<Optional<String>> result =
                new ArrayList<>(Collections.nCopies(node.inputs().size(), Optional.empty()));
        String gradient = gradients.get(0).orElseThrow();
        String weights = node.inputs().get(1);
        if (graph.constant(weights).isPresent() && !graph.needed(weights)) {
            return RuleTable.STANDARD.rule("Conv").orElseThrow().differentiate(node, gradients, graph);
        }
        Window window = Window.of(
                node, kernel(graph.shape(weights)), graph.shape(node.inputs().get(0)), graph.shape(node.output()));
        if (graph.needed(node.inputs().get(0))) {
            result.set(0, Optional.of(inputGradient(node, gradient, graph, window)));
        }
        if (graph.needed(weights)) {
            result.set(1, Optional.of(weightGradient(node, gradient, graph, window)));
        }
        if (node.input(2).filter(graph::needed).isPresent()) {
            result.set(2, Optional.of(biasGradient(gradient, graph)));
        }
        return result;
    }

    private static String inputGradient(Node node, String gradient, GradientGraph graph, Window window)
            throws GraphException {
        long group = node.integer("group", 1);
        String flipped = flipped(graph, node.inputs().get(1), group);
        if (window.dense()) {
            return ConvolutionRules.backwards(graph, Spread.none(gradient, window), flipped, window, group);
        }
        if (LongStream.of(window.kernel()).allMatch(extent -> extent == 1)) {
            String small = ConvolutionRules.convolve(graph, gradient, flipped, group, new long[0], new long[0]);
            return Spread.apart(graph, small, window).fitted(graph, window.begin(), window.input());
        }
        return ConvolutionRules.backwards(graph, Spread.apart(graph, gradient, window), flipped, window, group);
    }

    /** The same as {@link ConvolutionWeights#flipped}, computed in the graph. */
    private static String flipped(GradientGraph graph, String weights, long group) throws GraphException {
        long[] shape = graph.shape(weights);
        int axes = shape.length - 2;
        String turned = weights;
        if (LongStream.of(kernel(shape)).anyMatch(extent -> extent > 1)) {
            long[] spatial = LongStream.range(2, shape.length).toArray();
            long[] back = LongStream.generate(() -> -1).limit(axes).toArray();
            long[] ends =
                    LongStream.generate(() -> Long.MIN_VALUE + 1).limit(axes).toArray();
            turned = graph.add(
                    "Slice",
                    weights,
                    graph.integers(back),
                    graph.integers(ends),
                    graph.integers(spatial),
                    graph.integers(back));
        }
        long outputs = shape[0] / group;
        long inputs = shape[1];
        String parted = graph.reshape(turned, joined(new long[] {group, outputs, inputs}, kernel(shape)));
        String exchanged = transpose(graph, parted, joined(new long[] {0, 2, 1}, from(3, axes)));
        return graph.reshape(exchanged, joined(new long[] {group * inputs, outputs}, kernel(shape)));
    }

    private static String weightGradient(Node node, String gradient, GradientGraph graph, Window window)
            throws GraphException {
        long[] input = graph.shape(node.inputs().get(0));
        long group = node.integer("group", 1);
        if (input[0] < 0) {
            throw new GraphException("The gradient of the weights of " + node.describe()
                    + " needs a batch of known size, which this graph leaves open.");
        }
        int axes = window.axes();
        boolean unpadded = LongStream.concat(LongStream.of(window.begin()), LongStream.of(window.end()))
                .allMatch(pad -> pad == 0);
        if (group == 1 && unpadded && LongStream.of(window.kernel()).allMatch(extent -> extent == 1)) {
            return pointwise(node, gradient, graph, window);
        }
        long channels = input[1] / group;
        String parted =
                graph.reshape(node.inputs().get(0), joined(new long[] {input[0], group, channels}, kernel(input)));
        String pictures = graph.reshape(
                transpose(graph, parted, joined(new long[] {2, 1, 0}, from(3, axes))),
                joined(new long[] {channels, group * input[0]}, kernel(input)));
        String exchange = transpose(graph, gradient, joined(new long[] {1, 0}, from(2, axes)));
        String summed = convolve(graph, pictures, exchange, group, window);
        long[] shape = graph.shape(node.inputs().get(1));
        String cut = cut(graph, summed, kernel(shape));
        return transpose(graph, cut, joined(new long[] {1, 0}, from(2, axes)));
    }

    /** A window of one position is a matrix product over all pictures' positions. */
    private static String pointwise(Node node, String gradient, GradientGraph graph, Window window)
            throws GraphException {
        int axes = window.axes();
        String input = node.inputs().get(0);
        if (!window.dense()) {
            long[] ends = LongStream.generate(() -> Long.MAX_VALUE).limit(axes).toArray();
            input = graph.add(
                    "Slice",
                    input,
                    graph.integers(new long[axes]),
                    graph.integers(ends),
                    graph.integers(from(2, axes)),
                    graph.integers(window.strides()));
        }
        String product =
                graph.add("Gemm", Map.of("transB", new Attribute.Int(1)), rows(graph, gradient), rows(graph, input));
        return graph.reshape(product, graph.shape(node.inputs().get(1)));
    }

    /** {@code [channels, batch * positions]}. */
    private static String rows(GradientGraph graph, String value) throws GraphException {
        long[] shape = graph.shape(value);
        String exchanged = transpose(graph, value, joined(new long[] {1, 0}, from(2, shape.length - 2)));
        long positions = LongStream.of(kernel(shape)).reduce(shape[0], Math::multiplyExact);
        return graph.reshape(exchanged, shape[1], positions);
    }

    private static String convolve(GradientGraph graph, String pictures, String kernel, long group, Window window)
            throws GraphException {
        long[] pads = joined(window.begin(), window.end());
        Map<String, Attribute> attributes = Map.of(
                "group", new Attribute.Int(group),
                "kernel_shape", ConvolutionRules.ints(kernel(graph.shape(kernel))),
                "strides", ConvolutionRules.ints(window.dilations()),
                "dilations", ConvolutionRules.ints(window.strides()),
                "pads", ConvolutionRules.ints(pads));
        return graph.add("Conv", attributes, pictures, kernel);
    }

    /** Where the steps leave a rest of the input unread, the convolution has positions that are no weights. */
    private static String cut(GradientGraph graph, String summed, long[] kernel) throws GraphException {
        long[] shape = graph.shape(summed);
        if (IntStream.range(0, kernel.length).allMatch(i -> shape[i + 2] == kernel[i])) {
            return summed;
        }
        return graph.add(
                "Slice",
                summed,
                graph.integers(new long[kernel.length]),
                graph.integers(kernel),
                graph.integers(from(2, kernel.length)));
    }

    private static String biasGradient(String gradient, GradientGraph graph) throws GraphException {
        long[] shape = graph.shape(gradient);
        String pictures = graph.add("ReduceSum", gradient, graph.integers(from(2, shape.length - 2)));
        return graph.reshape(graph.add("ReduceSum", pictures, graph.integers(0)), shape[1]);
    }

    private static String transpose(GradientGraph graph, String value, long[] order) throws GraphException {
        return graph.add("Transpose", Map.of("perm", ConvolutionRules.ints(order)), value);
    }

    private static long[] kernel(long[] shape) {
        return LongStream.of(shape).skip(2).toArray();
    }

    private static long[] from(long first, int count) {
        return LongStream.range(first, first + count).toArray();
    }

    private static long[] joined(long[] front, long[] back) {
        return LongStream.concat(LongStream.of(front), LongStream.of(back)).toArray();
    }
}
