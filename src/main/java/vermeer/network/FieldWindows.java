package vermeer.network;

import java.util.Arrays;
import java.util.stream.IntStream;
import vermeer.graph.GraphException;
import vermeer.graph.gradient.Window;

/** Operators that slide a window over rows and columns. */
final class FieldWindows {
    private FieldWindows() {}

    /** Convolution and pooling. */
    static ReceptiveField window(FieldStep step) throws GraphException {
        long[] kernel = kernel(step);
        Window window = Window.of(step.node(), kernel, step.read(), step.written());
        return step.moved(axis ->
                place -> IntStream.range(0, (int) kernel[axis - 2]).map(k -> (int) (place * window.strides()[axis - 2]
                        - window.begin()[axis - 2]
                        + k * window.dilations()[axis - 2])));
    }

    /** Transposed convolution. */
    static ReceptiveField transposed(FieldStep step) throws GraphException {
        long[] kernel = kernel(step);
        if (!step.node().text("auto_pad", "NOTSET").equals("NOTSET")
                || step.node().integers("output_shape").isPresent()) {
            throw new GraphException("padding that is not followed");
        }
        long[] strides = step.node().integers("strides", 2, 1);
        long[] dilations = step.node().integers("dilations", 2, 1);
        long[] pads = step.node().integers("pads", 4, 0);
        return step.moved(axis -> place -> IntStream.range(0, (int) kernel[axis - 2])
                .mapToLong(k -> place + pads[axis - 2] - k * dilations[axis - 2])
                .filter(from -> Math.floorMod(from, strides[axis - 2]) == 0)
                .mapToInt(from -> (int) Math.floorDiv(from, strides[axis - 2])));
    }

    private static long[] kernel(FieldStep step) throws GraphException {
        long[] kernel = step.node().integers("kernel_shape").orElse(new long[0]);
        if (step.node().operator().startsWith("Conv")) {
            long[] weights = step.shapes().shape(step.node().inputs().get(1));
            kernel = Arrays.copyOfRange(weights, 2, weights.length);
        }
        if (kernel.length != 2 || step.axes()[0] != 2) {
            throw new GraphException("not a picture's window");
        }
        return kernel;
    }
}
