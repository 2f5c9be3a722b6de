package vermeer.graph.gradient;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.GraphException;

/**
 * The gradient of a two-dimensional convolution with equal steps {@code s}, without zeros between the gradient's elements: one
 * stride-1 convolution calculates the {@code s * s} phases (input positions modulo the step) as channels, and
 * {@code DepthToSpace} interleaves them. (Shi et al., "Is the deconvolution layer the same as a convolutional layer?", 2016.)
 *
 * @param rows along the rows
 * @param columns along the columns
 * @param window the forward convolution's window
 */
record SubpixelConvolution(Phases rows, Phases columns, Window window) {

    /** Whether a convolution is of this kind. */
    static boolean fits(Window window) {
        return window.axes() == 2
                && window.strides()[0] == window.strides()[1]
                && Arrays.stream(window.dilations()).allMatch(dilation -> dilation == 1);
    }

    static SubpixelConvolution of(Window window) {
        return new SubpixelConvolution(Phases.of(window, 0), Phases.of(window, 1), window);
    }

    /** The gradient of the convolution's input. */
    String apply(Step step, String weights, long group) throws GraphException {
        GradientGraph graph = step.graph();
        String phases = graph.derived(
                weights,
                "phases of " + Arrays.toString(window.strides()) + Arrays.toString(window.begin())
                        + Arrays.toString(window.input()) + group,
                constant -> weights(constant, Math.toIntExact(group)));
        long[] pads = {rows.front(), columns.front(), rows.back(), columns.back()};
        String apart = ConvolutionRules.convolve(graph, step.gradient(), phases, group, pads, new long[0]);
        Map<String, Attribute> attributes =
                Map.of("blocksize", new Attribute.Int(window.strides()[0]), "mode", new Attribute.Text("CRD"));
        String interleaved = graph.add("DepthToSpace", attributes, apart);
        long[] shape = graph.shape(interleaved);
        long[] back = {window.input()[0] - shape[2], window.input()[1] - shape[3]};
        return ConvolutionRules.crop(graph, interleaved, new long[2], back, new long[] {shape[2], shape[3]});
    }

    /** {@code [inputs * s * s, outputs / group, rows.kernel, columns.kernel]}, the phases of an input channel together. */
    private Constant weights(Constant forward, int group) {
        int outputs = Math.toIntExact(forward.shape()[0]) / group;
        int inputs = Math.toIntExact(forward.shape()[1]);
        int step = Math.toIntExact(window.strides()[0]);
        int height = Math.toIntExact(window.kernel()[0]);
        int width = Math.toIntExact(window.kernel()[1]);
        long[] shape = {(long) group * inputs * step * step, outputs, rows.kernel(), columns.kernel()};
        FloatBuffer from = forward.floatView();
        ByteBuffer bytes = ConvolutionWeights.allocate(Math.toIntExact(shape[0] * shape[1] * shape[2] * shape[3]));
        FloatBuffer to = bytes.asFloatBuffer();
        for (int channel = 0; channel < group * inputs; channel++) {
            for (int phase = 0; phase < step * step; phase++) {
                for (int out = 0; out < outputs; out++) {
                    int source = ((channel / inputs * outputs + out) * inputs + channel % inputs) * height * width;
                    for (int row = 0; row < rows.kernel(); row++) {
                        for (int column = 0; column < columns.kernel(); column++) {
                            int k = rows.tap(phase / step, row);
                            int l = columns.tap(phase % step, column);
                            to.put(k < 0 || l < 0 ? 0 : from.get(source + k * width + l));
                        }
                    }
                }
            }
        }
        return new Constant(forward.type(), shape, bytes);
    }

    /**
     * One axis. Position {@code s * q + phase} of the input gathers the output positions {@code q - front} to
     * {@code q - front + kernel - 1}.
     *
     * @param taps for each phase and each of those output positions the forward kernel's tap, or -1 where there is none
     * @param front padding in front of the gradient
     * @param back padding behind
     */
    record Phases(int[][] taps, long front, long back) {

        static Phases of(Window window, int axis) {
            int step = Math.toIntExact(window.strides()[axis]);
            int begin = Math.toIntExact(window.begin()[axis]);
            int kernel = Math.toIntExact(window.kernel()[axis]);
            int outputs = Math.toIntExact(window.output()[axis]);
            int positions = Math.toIntExact((window.input()[axis] + step - 1) / step);
            int lowest = 0;
            int highest = outputs - positions;
            for (int phase = 0; phase < step; phase++) {
                for (int k = (phase + begin) % step; k < kernel; k += step) {
                    lowest = Math.min(lowest, (phase + begin - k) / step);
                    highest = Math.max(highest, (phase + begin - k) / step);
                }
            }
            int[][] taps = new int[step][highest - lowest + 1];
            for (int phase = 0; phase < step; phase++) {
                Arrays.fill(taps[phase], -1);
                for (int k = (phase + begin) % step; k < kernel; k += step) {
                    taps[phase][(phase + begin - k) / step - lowest] = k;
                }
            }
            return new Phases(taps, -lowest, positions + highest - outputs);
        }

        int kernel() {
            return taps[0].length;
        }

        int tap(int phase, int position) {
            return taps[phase][position];
        }
    }
}
