package vermeer.graph.prepare;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.graph.shape.Extents;

/** Pooling of older operator sets. */
final class OldPooling {

    private OldPooling() {}

    /**
     * Until opset 19 ONNX Runtime divided by the whole window where ceil_mode let it reach beyond the padding and padding was
     * counted; since then by what lies in the padded picture. Padding by hand keeps the old meaning.
     */
    static void averagePool(Node node, int from, Draft draft) throws GraphException {
        boolean counts = node.integer("ceil_mode", 0) != 0 && node.integer("count_include_pad", 0) != 0;
        long[] in = counts ? draft.shapes().shape(node.inputs().get(0)) : new long[0];
        if (!counts
                || !Extents.fixed(Arrays.copyOfRange(in, 2, in.length))
                || !node.text("auto_pad", "NOTSET").equals("NOTSET")) {
            draft.add(node);
            return;
        }
        draft.shapes().add(node);
        long[] around = around(node, in, draft.shapes().shape(node.output()));
        String wide = draft.add("Pad", Map.of(), node.inputs().get(0), draft.constant(Constant.integers(around)));
        draft.add(OldAttributes.with(
                node, List.of(wide), OldAttributes.without(node, "pads", "ceil_mode", "count_include_pad")));
    }

    /** The node's own pads, and behind them what the last window needs. */
    private static long[] around(Node node, long[] in, long[] out) {
        int spatial = in.length - 2;
        long[] kernel = node.integers("kernel_shape", spatial, 1);
        long[] pads = node.integers("pads", 2 * spatial, 0);
        long[] strides = node.integers("strides", spatial, 1);
        long[] around = new long[2 * in.length];
        for (int i = 0; i < spatial; i++) {
            long reached = (out[2 + i] - 1) * strides[i] + kernel[i];
            around[2 + i] = pads[i];
            around[in.length + 2 + i] = Math.max(pads[spatial + i], reached - in[2 + i] - pads[i]);
        }
        return around;
    }

    /** Opset 1 gave p as a real number. */
    static void lpPool(Node node, int from, Draft draft) throws GraphException {
        Map<String, Attribute> attributes = new HashMap<>(node.attributes());
        if (attributes.get("p") instanceof Attribute.Real p) {
            attributes.put("p", new Attribute.Int((long) p.value()));
        }
        draft.add(OldAttributes.with(node, node.inputs(), attributes));
    }
}
