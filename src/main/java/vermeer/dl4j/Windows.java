package vermeer.dl4j;

import java.util.HashMap;
import java.util.Map;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import vermeer.graph.Attribute;

/**
 * How a window moves over a picture: kernel, stride, dilation and the padding that DL4J's convolution mode makes of them.
 *
 * @param before padding in front of rows and columns
 * @param after padding behind rows and columns
 */
record Windows(int[] kernel, int[] stride, int[] dilation, int[] before, int[] after) {

    /**
     * @param shape of the output in DL4J, channels last or first as the input
     * @throws ConversionException for the causal mode, which pictures do not have
     */
    static Windows of(
            int[] kernel, int[] stride, int[] dilation, int[] padding, ConvolutionMode mode, Value input, long[] shape)
            throws ConversionException {
        if (mode == ConvolutionMode.Causal) {
            throw new ConversionException("causal convolution is for sequences, not for pictures");
        }
        if (mode != ConvolutionMode.Same) {
            return new Windows(kernel, stride, dilation, padding, padding);
        }
        Value output = new Value("", shape, input.moved());
        long[] in = {input.rows(), input.columns()};
        long[] out = {output.rows(), output.columns()};
        int[] before = new int[2];
        int[] after = new int[2];
        for (int i = 0; i < 2; i++) {
            long reach = (kernel[i] - 1L) * dilation[i] + 1;
            int total = (int) Math.max(0, (out[i] - 1) * stride[i] + reach - in[i]);
            before[i] = total / 2;
            after[i] = total - before[i];
        }
        return new Windows(kernel, stride, dilation, before, after);
    }

    /** As ONNX's convolutions and poolings are told. */
    Map<String, Attribute> attributes() {
        Map<String, Attribute> attributes = new HashMap<>();
        attributes.put("kernel_shape", Emitter.ints(kernel));
        attributes.put("strides", Emitter.ints(stride));
        attributes.put("pads", Emitter.ints(before[0], before[1], after[0], after[1]));
        if (dilated()) {
            attributes.put("dilations", Emitter.ints(dilation));
        }
        return attributes;
    }

    boolean dilated() {
        return dilation[0] != 1 || dilation[1] != 1;
    }

    boolean padded() {
        return before[0] + before[1] + after[0] + after[1] > 0;
    }
}
