package vermeer.graph.gradient;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import vermeer.graph.Constant;

/** Weights of gradient convolutions, calculated from the forward weights outside the Java heap. */
final class ConvolutionWeights {

    private ConvolutionWeights() {}

    /**
     * The weights of the gradient of a stride-1 convolution: every spatial axis flipped, input and output channels exchanged
     * inside each group.
     *
     * @param weights {@code [outputs, inputs / group, kernel...]}
     * @return {@code [inputs, outputs / group, kernel...]}
     */
    static Constant flipped(Constant weights, int group) {
        int outputs = Math.toIntExact(weights.shape()[0]) / group;
        int inputs = Math.toIntExact(weights.shape()[1]);
        int window = outputs == 0 || inputs == 0 ? 0 : weights.size() / (group * outputs * inputs);
        long[] shape = weights.shape().clone();
        shape[0] = (long) inputs * group;
        shape[1] = outputs;
        FloatBuffer from = weights.floatView();
        ByteBuffer bytes = allocate(weights.size());
        FloatBuffer to = bytes.asFloatBuffer();
        for (int g = 0; g < group; g++) {
            for (int in = 0; in < inputs; in++) {
                for (int out = 0; out < outputs; out++) {
                    int last = (((g * outputs + out) * inputs) + in + 1) * window - 1;
                    for (int k = 0; k < window; k++) {
                        to.put(from.get(last - k));
                    }
                }
            }
        }
        return new Constant(weights.type(), shape, bytes);
    }

    static ByteBuffer allocate(int floats) {
        return ByteBuffer.allocateDirect(Math.multiplyExact(floats, Float.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
    }
}
