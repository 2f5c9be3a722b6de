package vermeer.graph.gradient;

import java.util.Arrays;
import java.util.Map;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.GraphException;

/**
 * A gradient whose elements stand as far apart as a window's steps, with zeros between.
 *
 * @param value the spread gradient
 * @param first where its first element stands, along each spatial axis
 * @param length its spatial extents
 */
record Spread(String value, long[] first, long[] length) {

    /** The gradient as it is, for steps of 1. */
    static Spread none(String gradient, Window window) {
        return new Spread(gradient, new long[window.axes()], window.output());
    }

    /**
     * Repeats each element over its step and multiplies by a mask of ones and zeros: measured to be faster than padding. The
     * element stands as far back in its step as the convolution's padding in front allows where that saves cutting off the
     * end.
     */
    static Spread apart(GradientGraph graph, String gradient, Window window) throws GraphException {
        int axes = window.axes();
        long[] first = new long[axes];
        long[] length = new long[axes];
        long[] maskShape = new long[axes + 2];
        Arrays.fill(maskShape, 1);
        for (int i = 0; i < axes; i++) {
            long step = window.strides()[i];
            length[i] = window.output()[i] * step;
            maskShape[i + 2] = length[i];
            long front = window.reach(i) - window.begin()[i];
            long back = window.input()[i] + window.reach(i) - length[i] - front;
            first[i] = Math.max(0, Math.min(Math.min(step - 1, front), -back));
        }
        String repeated = repeated(graph, gradient, window).value();
        String mask = graph.constant(Constant.floats(maskShape, mask(window, first, length)));
        return new Spread(graph.add("Mul", repeated, blocked(graph, repeated, mask)), first, length);
    }

    /**
     * The mask in the layout of the value that it is for: repeated by a convolution of one input channel, it is already in
     * ONNX Runtime's blocks of channels, and the value need not be unpacked to be multiplied with it.
     */
    private static String blocked(GradientGraph graph, String value, String mask) throws GraphException {
        long[] shape = graph.shape(value);
        if (!Mask.isBlocked(shape)) {
            return mask;
        }
        float[] ones = new float[Math.toIntExact(shape[1])];
        Arrays.fill(ones, 1);
        String repeat = graph.constant(Constant.floats(new long[] {ones.length, 1, 1, 1}, ones));
        String batch = graph.expand(mask, shape[0], 1, shape[2], shape[3]);
        return ConvolutionRules.convolve(graph, batch, repeat, 1, new long[0], new long[0]);
    }

    /** Repeats each element over its step, without zeros. */
    static Spread repeated(GradientGraph graph, String gradient, Window window) throws GraphException {
        int axes = window.axes();
        float[] scales = new float[axes + 2];
        Arrays.fill(scales, 1);
        long[] length = new long[axes];
        for (int i = 0; i < axes; i++) {
            scales[i + 2] = window.strides()[i];
            length[i] = window.output()[i] * window.strides()[i];
        }
        Map<String, Attribute> nearest = Map.of(
                "mode", new Attribute.Text("nearest"),
                "coordinate_transformation_mode", new Attribute.Text("asymmetric"),
                "nearest_mode", new Attribute.Text("floor"));
        String factors = graph.constant(Constant.floats(new long[] {axes + 2}, scales));
        return new Spread(graph.add("Resize", nearest, gradient, "", factors), new long[axes], length);
    }

    private static float[] mask(Window window, long[] first, long[] length) {
        int size = Math.toIntExact(Arrays.stream(length).reduce(1, Math::multiplyExact));
        float[] mask = new float[size];
        for (int i = 0; i < size; i++) {
            long rest = i;
            boolean element = true;
            for (int axis = window.axes() - 1; axis >= 0; axis--) {
                element &= rest % length[axis] % window.strides()[axis] == first[axis];
                rest /= length[axis];
            }
            mask[i] = element ? 1 : 0;
        }
        return mask;
    }

    /**
     * This value moved {@code back} positions towards the front and then cut or padded to these extents.
     *
     * @param back the positions cut off in front
     */
    String fitted(GradientGraph graph, long[] back, long[] extents) throws GraphException {
        int axes = extents.length;
        long[] front = new long[axes];
        long[] behind = new long[axes];
        long[] pads = new long[2 * (axes + 2)];
        for (int i = 0; i < axes; i++) {
            front[i] = -back[i] - first[i];
            behind[i] = extents[i] - length[i] - front[i];
            pads[2 + i] = Math.max(0, front[i]);
            pads[axes + 4 + i] = Math.max(0, behind[i]);
        }
        String cropped = ConvolutionRules.crop(graph, value, front, behind, length);
        return Arrays.stream(pads).allMatch(pad -> pad == 0)
                ? cropped
                : graph.add("Pad", cropped, graph.integers(pads), graph.scalar(0));
    }
}
