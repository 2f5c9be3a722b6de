package vermeer.graph.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/** Shapes of operators that slide a window over the spatial axes: [N, C, spatial...]. */
final class WindowShapes {

    private WindowShapes() {}

    static TensorType conv(Call call) throws UnknownShapeException, GraphException {
        return call.input(0).shaped(conv(call, call.shape(0), call.shape(1)));
    }

    static TensorType convInteger(Call call) throws UnknownShapeException, GraphException {
        return conv(call).as(ElementType.INT32);
    }

    static TensorType quantizedConv(Call call) throws UnknownShapeException, GraphException {
        return new TensorType(call.type(7), conv(call, call.shape(0), call.shape(3)));
    }

    private static long[] conv(Call call, long[] input, long[] weights) throws GraphException {
        if (weights.length != input.length || input.length < 3) {
            throw call.misfit("weights " + Extents.text(weights) + " for an input " + Extents.text(input));
        }
        long group = call.node().integer("group", 1);
        if (input[1] >= 0 && weights[1] >= 0 && input[1] != weights[1] * group) {
            throw call.misfit(
                    "weights for " + weights[1] * group + " channels, but the input has " + input[1] + " channels");
        }
        long[] kernel = call.node().integers("kernel_shape").orElse(Arrays.copyOfRange(weights, 2, weights.length));
        return slid(call, input, weights[0], kernel);
    }

    static TensorType convTranspose(Call call) throws UnknownShapeException, GraphException {
        long[] input = call.shape(0);
        long[] weights = call.shape(1);
        if (weights.length != input.length || input.length < 3) {
            throw call.misfit("weights " + Extents.text(weights) + " for an input " + Extents.text(input));
        }
        Node node = call.node();
        int spatial = input.length - 2;
        long[] kernel = node.integers("kernel_shape").orElse(Arrays.copyOfRange(weights, 2, weights.length));
        long[] strides = node.integers("strides", spatial, 1);
        long[] dilations = node.integers("dilations", spatial, 1);
        long[] pads = node.integers("pads", 2 * spatial, 0);
        long[] extra = node.integers("output_padding", spatial, 0);
        long[] wanted = node.integers("output_shape", 0, 0);
        boolean same = node.text("auto_pad", "NOTSET").startsWith("SAME");
        long[] shape = input.clone();
        shape[1] = Extents.multiply(weights[1], node.integer("group", 1));
        for (int i = 0; i < spatial; i++) {
            long window = dilations[i] * (kernel[i] - 1) + 1;
            long full = strides[i] * (input[i + 2] - 1) + extra[i] + window - pads[i] - pads[spatial + i];
            boolean open = input[i + 2] < 0;
            shape[i + 2] = wanted.length > 0
                    ? wanted[wanted.length - spatial + i]
                    : open ? Graph.UNKNOWN : same ? input[i + 2] * strides[i] : full;
        }
        return call.input(0).shaped(shape);
    }

    static TensorType averagePool(Call call) throws UnknownShapeException, GraphException {
        long[] input = call.shape(0);
        long[] kernel = call.node().integers("kernel_shape").orElseThrow(() -> call.misfit("kernel_shape is missing"));
        return call.input(0).shaped(slid(call, input, input[1], kernel));
    }

    static List<TensorType> maxPool(Call call) throws UnknownShapeException, GraphException {
        TensorType pooled = averagePool(call);
        List<TensorType> outputs = new ArrayList<>(List.of(pooled));
        if (call.node().outputs().size() > 1) {
            outputs.add(pooled.as(ElementType.INT64));
        }
        return outputs;
    }

    static TensorType globalPool(Call call) throws UnknownShapeException {
        long[] shape = call.shape(0).clone();
        Arrays.fill(shape, Math.min(2, shape.length), shape.length, 1);
        return call.input(0).shaped(shape);
    }

    private static long[] slid(Call call, long[] input, long channels, long[] kernel) throws GraphException {
        Node node = call.node();
        int spatial = input.length - 2;
        long[] strides = node.integers("strides", spatial, 1);
        long[] dilations = node.integers("dilations", spatial, 1);
        long[] pads = node.integers("pads", 2 * spatial, 0);
        if (kernel.length != spatial
                || strides.length != spatial
                || pads.length != 2 * spatial
                || dilations.length != spatial
                || Arrays.stream(strides).anyMatch(stride -> stride < 1)) {
            throw call.misfit("its window does not have " + spatial + " axes");
        }
        String auto = node.text("auto_pad", "NOTSET");
        boolean ceil = node.integer("ceil_mode", 0) != 0;
        long[] shape = new long[input.length];
        shape[0] = input[0];
        shape[1] = channels;
        for (int i = 0; i < spatial; i++) {
            long in = input[i + 2];
            long window = dilations[i] * (kernel[i] - 1) + 1;
            long before = auto.equals("VALID") ? 0 : pads[i];
            long both = auto.equals("VALID") ? 0 : before + pads[spatial + i];
            if (window == 1 && strides[i] == 1 && both == 0) {
                shape[i + 2] = in;
            } else if (in < 0) {
                shape[i + 2] = Graph.UNKNOWN;
            } else if (auto.startsWith("SAME")) {
                shape[i + 2] = Math.floorDiv(in + strides[i] - 1, strides[i]);
            } else {
                shape[i + 2] = steps(call, in, before, both, window, strides[i], ceil);
            }
        }
        return shape;
    }

    /** With ceil_mode, the last window still has to begin inside the input or the padding before it. */
    private static long steps(Call call, long in, long before, long both, long window, long stride, boolean ceil)
            throws GraphException {
        long room = in + both - window;
        long steps = Math.floorDiv(room + (ceil ? stride - 1 : 0), stride) + 1;
        if (ceil && (steps - 1) * stride >= in + before) {
            steps--;
        }
        if (steps < 1) {
            throw call.misfit("a window of " + window + " pixels is larger than the padded input of " + (in + both));
        }
        return steps;
    }
}
