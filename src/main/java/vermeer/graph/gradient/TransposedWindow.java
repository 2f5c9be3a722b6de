package vermeer.graph.gradient;

import java.util.HashMap;
import java.util.Map;
import vermeer.graph.Attribute;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/** The window of the convolution whose gradient a {@code ConvTranspose} node is. */
final class TransposedWindow {

    private TransposedWindow() {}

    /**
     * The convolution's window: its input is the node's output. The end of its padding is such that it gives the node's input
     * extents exactly, and may be negative.
     */
    static Window of(Node node, long[] kernel, long[] inputShape, long[] outputShape) throws GraphException {
        int axes = kernel.length;
        Window declared = Window.of(without(node), kernel, outputShape, inputShape);
        long[] begin = declared.begin();
        long[] end = new long[axes];
        boolean chosen = node.integers("output_shape").isPresent()
                || node.text("auto_pad", "NOTSET").startsWith("SAME");
        long[] outputPadding = node.integers("output_padding", axes, 0);
        for (int i = 0; i < axes; i++) {
            long full = (declared.output()[i] - 1) * declared.strides()[i] + declared.reach(i) + 1;
            if (chosen) {
                long total = Math.max(0, full + outputPadding[i] - declared.input()[i]);
                boolean upper = node.text("auto_pad", "NOTSET").equals("SAME_UPPER");
                begin[i] = upper ? total / 2 : total - total / 2;
            }
            end[i] = full - declared.input()[i] - begin[i];
        }
        return new Window(
                kernel, declared.strides(), declared.dilations(), begin, end, declared.input(), declared.output());
    }

    /** The node without {@code auto_pad}, which means something else for a convolution. */
    private static Node without(Node node) {
        Map<String, Attribute> attributes = new HashMap<>(node.attributes());
        if (!node.text("auto_pad", "NOTSET").equals("NOTSET")) {
            attributes.remove("auto_pad");
            attributes.remove("pads");
        }
        return new Node(node.name(), node.domain(), node.operator(), node.inputs(), node.outputs(), attributes);
    }
}
