package vermeer.graph.prepare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/** Resizing of older operator sets. */
final class OldResize {

    private OldResize() {}

    /** Upsample: scales as attributes (opset 1 for height and width, 7 for all axes) or as input (9). */
    static void upsample(Node node, int from, Draft draft) throws GraphException {
        float[] scales = scales(node);
        String input = scales.length == 0
                ? node.input(1)
                        .orElseThrow(() -> new GraphException(node.describe() + " does not say how far it enlarges."))
                : draft.constant(Constant.floats(new long[] {scales.length}, scales));
        add(node, input, draft);
    }

    /** Opset 10 has no other pixel positions than Upsample. */
    static void resize10(Node node, int from, Draft draft) throws GraphException {
        add(node, node.inputs().get(1), draft);
    }

    private static float[] scales(Node node) {
        if (node.attributes().get("scales") instanceof Attribute.Reals given) {
            float[] scales = new float[given.values().size()];
            for (int i = 0; i < scales.length; i++) {
                scales[i] = given.values().get(i);
            }
            return scales;
        }
        boolean first = node.attributes().containsKey("height_scale");
        return first ? new float[] {1, 1, node.real("height_scale", 1), node.real("width_scale", 1)} : new float[0];
    }

    private static void add(Node node, String scales, Draft draft) throws GraphException {
        Map<String, Attribute> attributes = new HashMap<>();
        boolean nearest = node.text("mode", "nearest").equals("nearest");
        attributes.put("mode", new Attribute.Text(nearest ? "nearest" : "linear"));
        attributes.put("coordinate_transformation_mode", new Attribute.Text("asymmetric"));
        if (nearest) {
            attributes.put("nearest_mode", new Attribute.Text(shrinks(scales, draft) ? "ceil" : "floor"));
        }
        List<String> inputs = List.of(node.inputs().get(0), "", scales);
        draft.add(new Node(node.name(), "", "Resize", inputs, node.outputs(), attributes));
    }

    /** ONNX Runtime took the next pixel up when making pictures smaller. */
    private static boolean shrinks(String scales, Draft draft) {
        Optional<Constant> known = draft.shapes().constant(scales);
        for (float scale : known.map(Constant::toFloats).orElse(new float[0])) {
            if (scale < 1) {
                return true;
            }
        }
        return false;
    }

    /** Opset 11 wrote an empty constant for what is not given, and had one more way to place pixels. */
    static void resize11(Node node, int from, Draft draft) throws GraphException {
        Map<String, Attribute> attributes = new HashMap<>(node.attributes());
        if (node.text("coordinate_transformation_mode", "").equals("tf_half_pixel_for_nn")) {
            if (!node.text("mode", "nearest").equals("nearest")
                    || !node.text("nearest_mode", "").equals("floor")) {
                throw new GraphException(
                        node.describe() + " places pixels by tf_half_pixel_for_nn; export with opset 13 or newer.");
            }
            attributes.put("coordinate_transformation_mode", new Attribute.Text("half_pixel"));
            attributes.put("nearest_mode", new Attribute.Text("round_prefer_ceil"));
        }
        List<String> inputs = new ArrayList<>();
        for (int i = 0; i < node.inputs().size(); i++) {
            inputs.add(
                    i > 0 && isEmpty(node.inputs().get(i), draft)
                            ? ""
                            : node.inputs().get(i));
        }
        boolean crops = node.text("coordinate_transformation_mode", "").equals("tf_crop_and_resize");
        if (!crops && inputs.size() > 1) {
            inputs.set(1, "");
        }
        draft.add(OldAttributes.with(node, inputs, attributes));
    }

    private static boolean isEmpty(String value, Draft draft) {
        return draft.shapes()
                .constant(value)
                .map(constant -> constant.size() == 0)
                .orElse(false);
    }
}
