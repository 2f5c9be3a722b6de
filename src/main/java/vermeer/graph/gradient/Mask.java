package vermeer.graph.gradient;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.GraphException;

/**
 * Masks of ones and zeros that say where a rectifier let values through, read from its output.
 *
 * <p>They cost as much as the backward convolutions, because each operator reads and writes whole feature maps. ONNX Runtime
 * keeps feature maps in blocks of 8 or 16 channels between convolutions; a comparison, or arithmetic with a scalar, makes it
 * unpack them and pack them again. So on such feature maps the affine part of a mask is written as a depthwise 1x1
 * convolution, into which ONNX Runtime fuses the addition and the hard sigmoid. Measured in
 * docs/adr/0004-gradient-graph-speed.md.
 */
final class Mask {

    /** A multiple of every block size that ONNX Runtime uses. */
    private static final int BLOCK = 16;

    /** So steep that the hard sigmoid becomes a step. */
    private static final float STEEP = 1e38f;

    private Mask() {}

    /** 1 where {@code y} is above 0, else 0; {@code y} must not be negative. */
    static String positive(Step step, String y) throws GraphException {
        Optional<Integer> channels = blockedChannels(step, y);
        return channels.isPresent() ? hardSigmoid(step, scaled(step, y, channels.get(), 1), STEEP) : step.above(y);
    }

    /**
     * 1 where {@code y} is between 0 and {@code high}, at both of which it is cut off, else 0. A value that is less than two
     * roundings below {@code high} may count as {@code high}.
     */
    static String between(Step step, String y, String high) throws GraphException {
        Optional<Float> bound = step.graph().constant(high).map(constant -> constant.toFloats()[0]);
        Optional<Integer> channels = blockedChannels(step, y);
        if (channels.isPresent() && bound.filter(Mask::squaresExactly).isPresent()) {
            String product = step.add(scaled(step, y, channels.get(), -bound.get()), step.square(y));
            return hardSigmoid(step, product, -STEEP);
        }
        return step.above(step.multiply(y, step.subtract(high, y)));
    }

    /** Whether {@code y * y - high * y} is exactly 0 at the bound, however it is rounded. */
    private static boolean squaresExactly(float high) {
        return (double) (high * high) == (double) high * high;
    }

    private static String scaled(Step step, String y, int channels, float factor) throws GraphException {
        float[] factors = new float[channels];
        Arrays.fill(factors, factor);
        String weights = step.graph().constant(Constant.floats(new long[] {channels, 1, 1, 1}, factors));
        Map<String, Attribute> depthwise =
                Map.of("group", new Attribute.Int(channels), "kernel_shape", ConvolutionRules.ints(1, 1));
        return step.graph().add("Conv", depthwise, y, weights);
    }

    private static String hardSigmoid(Step step, String value, float slope) throws GraphException {
        Map<String, Attribute> attributes = Map.of("alpha", new Attribute.Real(slope), "beta", new Attribute.Real(0));
        return step.graph().add("HardSigmoid", attributes, value);
    }

    /** Whether ONNX Runtime can keep a value of this shape in blocks of channels. */
    static boolean isBlocked(long[] shape) {
        return shape.length == 4 && shape[1] > 0 && shape[1] % BLOCK == 0;
    }

    private static Optional<Integer> blockedChannels(Step step, String y) throws GraphException {
        long[] shape = step.graph().shape(y);
        return isBlocked(shape) ? Optional.of(Math.toIntExact(shape[1])) : Optional.empty();
    }
}
