package vermeer.graph;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads an {@code AttributeProto}. */
final class AttributeParser {
    private static final String[] TYPES = {
        "UNDEFINED", "FLOAT", "INT", "STRING", "TENSOR", "GRAPH", "FLOATS", "INTS", "STRINGS", "TENSORS", "GRAPHS"
    };

    private final Wire wire;
    private final GraphParser.Scope scope;
    private String name = "";
    private int type;
    private float real;
    private long number;
    private String text = "";
    private Constant constant;
    private Graph body;
    private final List<Float> reals = new ArrayList<>();
    private final List<Long> numbers = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    AttributeParser(Wire wire, GraphParser.Scope scope) {
        this.wire = wire;
        this.scope = scope;
    }

    /** The attribute's name, after {@link #read}. */
    String name() {
        return name;
    }

    /** The attribute's value; for a type that a {@link Node} cannot hold an exception. */
    Attribute read() throws IOException, GraphException {
        wire.message(this::field);
        Attribute value = value();
        if (value == null) {
            String known = type >= 0 && type < TYPES.length ? TYPES[type] : "number " + type;
            throw new GraphException("the attribute '" + name + "' of type " + known + " is not supported");
        }
        return value;
    }

    private void field(int field) throws IOException, GraphException {
        switch (field) {
            case 1 -> name = wire.text();
            case 2 -> real = wire.real();
            case 3 -> number = wire.number();
            case 4 -> text = wire.text();
            case 5 -> constant = new TensorParser(wire, scope.external(), scope.widening()).read();
            case 6 -> body = new GraphParser(wire, scope.inner()).read();
            case 7 -> floats();
            case 8 -> wire.numbers(numbers::add);
            case 9 -> texts.add(wire.text());
            case 20 -> type = (int) wire.number();
            default -> wire.skip();
        }
    }

    private void floats() throws IOException, GraphException {
        var block = wire.fixed(4);
        wire.budget().spend(8 * Math.min(block.size(), Limits.TEXT));
        if (block.size() > Limits.TEXT) {
            throw new GraphException("the attribute '" + name + "' has more numbers than the limit");
        }
        var buffer = block.asReadOnlyByteBuffer().order(java.nio.ByteOrder.LITTLE_ENDIAN);
        while (buffer.remaining() >= 4) {
            reals.add(buffer.getFloat());
        }
    }

    private Attribute value() {
        return switch (type) {
            case 1 -> new Attribute.Real(real);
            case 2 -> new Attribute.Int(number);
            case 3 -> new Attribute.Text(text);
            case 4 -> constant == null ? null : new Attribute.Value(constant);
            case 5 -> body == null ? null : new Attribute.Body(body);
            case 6 -> new Attribute.Reals(List.copyOf(reals));
            case 7 -> new Attribute.Ints(List.copyOf(numbers));
            case 8 -> new Attribute.Texts(List.copyOf(texts));
            default -> null;
        };
    }
}
