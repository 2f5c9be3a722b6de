package vermeer.graph.prepare;

import java.util.HashMap;
import java.util.Map;
import vermeer.graph.Attribute;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/** Pooling of older operator sets. */
final class OldPooling {

    private OldPooling() {}

    /** Opset 1 gave p as a real number. */
    static void lpPool(Node node, int from, Draft draft) throws GraphException {
        Map<String, Attribute> attributes = new HashMap<>(node.attributes());
        if (attributes.get("p") instanceof Attribute.Real p) {
            attributes.put("p", new Attribute.Int((long) p.value()));
        }
        draft.add(OldAttributes.with(node, node.inputs(), attributes));
    }
}
