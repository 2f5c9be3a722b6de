package vermeer.graph;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a {@code NodeProto}. */
final class NodeParser {
    private static final Set<String> TYPED = Set.of("to", "dtype", "output_dtype");

    private final Wire wire;
    private final GraphParser.Scope scope;
    private final List<String> inputs = new ArrayList<>();
    private final List<String> outputs = new ArrayList<>();
    private final Map<String, Attribute> attributes = new HashMap<>();
    private String name = "";
    private String operator = "";
    private String domain = "";

    NodeParser(Wire wire, GraphParser.Scope scope) {
        this.wire = wire;
        this.scope = scope;
    }

    Node read() throws IOException, GraphException {
        wire.budget().node();
        wire.message(this::field);
        if (operator.isEmpty()) {
            throw new GraphException(
                    "a node" + (name.isEmpty() ? "" : " '" + name + "'") + " does not say what it computes");
        }
        return new Node(name, domain.equals("ai.onnx") ? "" : domain, operator, inputs, outputs, attributes);
    }

    private void field(int field) throws IOException, GraphException {
        switch (field) {
            case 1 -> inputs.add(wire.text());
            case 2 -> outputs.add(wire.text());
            case 3 -> name = wire.text();
            case 4 -> operator = wire.text();
            case 5 -> attribute();
            case 7 -> domain = wire.text();
            default -> wire.skip();
        }
    }

    private void attribute() throws IOException, GraphException {
        AttributeParser parser = new AttributeParser(wire, scope);
        Attribute value = parser.read();
        attributes.put(parser.name(), TYPED.contains(parser.name()) ? widened(value) : value);
    }

    /** A type named by its number, such as Cast's target. */
    private Attribute widened(Attribute value) throws GraphException {
        if (value instanceof Attribute.Int number && number.value() != 0) {
            try {
                ElementType type = ElementType.of(Math.toIntExact(number.value()));
                return new Attribute.Int(scope.widening().widen(type).code());
            } catch (ArithmeticException | IllegalArgumentException e) {
                throw new GraphException(
                        operator + (name.isEmpty() ? "" : " '" + name + "'") + " makes element type " + number.value()
                                + ", which is not supported",
                        e);
            }
        }
        return value;
    }
}
