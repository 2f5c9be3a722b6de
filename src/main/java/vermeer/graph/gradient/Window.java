package vermeer.graph.gradient;

import java.util.Arrays;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/**
 * Where a convolution's or a pooling's window lies on its input, along each spatial axis: output position {@code q} sees the
 * input positions {@code q * stride - begin + k * dilation} for {@code 0 <= k < kernel}, where they exist.
 *
 * @param kernel the window's extents
 * @param strides the steps from one output position to the next
 * @param dilations the steps from one window position to the next
 * @param begin the padding in front
 * @param end the padding behind, as declared
 * @param input the input's spatial extents
 * @param output the output's spatial extents
 */
public record Window(
        long[] kernel, long[] strides, long[] dilations, long[] begin, long[] end, long[] input, long[] output) {

    /**
     * The window of a {@code Conv} or a pooling node. {@code auto_pad} is resolved.
     *
     * @param kernel the window's extents
     * @throws GraphException where a spatial extent is not known before a run
     */
    public static Window of(Node node, long[] kernel, long[] inputShape, long[] outputShape) throws GraphException {
        int axes = kernel.length;
        long[] input = spatial(node, inputShape, axes);
        long[] output = spatial(node, outputShape, axes);
        long[] strides = node.integers("strides", axes, 1);
        long[] dilations = node.integers("dilations", axes, 1);
        long[] pads = node.integers("pads", 2 * axes, 0);
        long[] begin = Arrays.copyOfRange(pads, 0, axes);
        long[] end = Arrays.copyOfRange(pads, axes, 2 * axes);
        String autoPad = node.text("auto_pad", "NOTSET");
        if (!autoPad.equals("NOTSET")) {
            for (int i = 0; i < axes; i++) {
                long total = autoPad.equals("VALID")
                        ? 0
                        : Math.max(0, (output[i] - 1) * strides[i] + dilations[i] * (kernel[i] - 1) + 1 - input[i]);
                begin[i] = autoPad.equals("SAME_LOWER") ? total - total / 2 : total / 2;
                end[i] = total - begin[i];
            }
        }
        return new Window(kernel, strides, dilations, begin, end, input, output);
    }

    /** The number of spatial axes. */
    int axes() {
        return kernel.length;
    }

    /** How far the window's last position lies behind its first along an axis. */
    long reach(int axis) {
        return dilations[axis] * (kernel[axis] - 1);
    }

    /** Whether every step is 1. */
    boolean dense() {
        return Arrays.stream(strides).allMatch(stride -> stride == 1);
    }

    private static long[] spatial(Node node, long[] shape, int axes) throws GraphException {
        if (shape.length != axes + 2) {
            throw new GraphException(
                    node.describe() + " has a window of " + axes + " axes on a tensor of " + shape.length + ".");
        }
        for (int i = 2; i < shape.length; i++) {
            Axes.extent(shape, i, node);
        }
        return Arrays.copyOfRange(shape, 2, shape.length);
    }
}
