package vermeer.graph;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a {@code TensorProto}. {@code raw_data} and packed {@code float_data} and {@code double_data} have the same bytes, so
 * neither is copied; varints ({@code int32_data}, {@code int64_data}) have to be.
 */
final class TensorParser {
    private static final int STRING = 8;

    private final Wire wire;
    private final ExternalFile external;
    private final Widening widening;
    private final List<Long> dims = new ArrayList<>();
    private final Map<String, String> place = new HashMap<>();
    private String name = "";
    private int code;
    private boolean elsewhere;
    private ByteString block = ByteString.EMPTY;
    private final List<ByteString> varints = new ArrayList<>();
    private final List<Long> singles = new ArrayList<>();

    TensorParser(Wire wire, ExternalFile external, Widening widening) {
        this.wire = wire;
        this.external = external;
        this.widening = widening;
    }

    /** The tensor's name, after {@link #read}. */
    String name() {
        return name;
    }

    Constant read() throws IOException, GraphException {
        wire.message(this::field);
        ElementType type = type();
        long[] shape = shape();
        long expected = bytes(shape, type);
        if (elsewhere) {
            return widening.widen(type, shape, external.map(place, expected));
        }
        if (!varints.isEmpty() || !singles.isEmpty()) {
            return widening.widen(type, shape, unpacked(type, expected));
        }
        if (block.size() != expected) {
            throw new GraphException("the constant '" + name + "' should have " + expected + " bytes but has "
                    + block.size() + "; download or export the file again");
        }
        return widening.widen(type, shape, block.asReadOnlyByteBuffer());
    }

    private void field(int field) throws IOException, GraphException {
        switch (field) {
            case 1 -> wire.numbers(dims::add);
            case 2 -> code = (int) wire.number();
            case 4 -> block = block.concat(wire.fixed(4));
            case 5, 7, 11 -> varint();
            case 8 -> name = wire.text();
            case 9 -> block = wire.bytes();
            case 10 -> block = block.concat(wire.fixed(8));
            case 13 -> EntryParser.read(wire, place);
            case 14 -> elsewhere = wire.number() == 1;
            default -> wire.skip();
        }
    }

    private void varint() throws IOException, GraphException {
        if (wire.packed()) {
            varints.add(wire.bytes());
        } else {
            wire.numbers(singles::add);
        }
    }

    private ElementType type() throws GraphException {
        if (code == STRING) {
            throw new GraphException("the constant '" + name + "' holds texts, which image classifiers do not need");
        }
        try {
            return ElementType.of(code);
        } catch (IllegalArgumentException e) {
            throw new GraphException(
                    "the constant '" + name + "' has element type " + code
                            + ", which is not supported; export the network in float32",
                    e);
        }
    }

    private long[] shape() throws GraphException {
        long[] shape = dims.stream().mapToLong(Long::longValue).toArray();
        boolean negative = dims.stream().anyMatch(extent -> extent < 0);
        if (negative || shape.length > Limits.RANK) {
            throw new GraphException("the constant '" + name + "' has an impossible shape");
        }
        return shape;
    }

    private long bytes(long[] shape, ElementType type) throws GraphException {
        try {
            long size = type.bytes();
            for (long extent : shape) {
                size = Math.multiplyExact(size, extent);
            }
            return size;
        } catch (ArithmeticException e) {
            throw new GraphException("the constant '" + name + "' has an impossible shape", e);
        }
    }

    private ByteBuffer unpacked(ElementType type, long expected) throws IOException, GraphException {
        long available =
                singles.size() + varints.stream().mapToLong(ByteString::size).sum();
        if (expected / type.bytes() > available) {
            throw new GraphException("the constant '" + name + "' has fewer elements than its shape says");
        }
        ByteBuffer buffer = OffHeap.allocate(expected);
        for (ByteString part : varints) {
            var in = part.newCodedInput();
            while (!in.isAtEnd()) {
                put(buffer, type, in.readInt64());
            }
        }
        for (long single : singles) {
            put(buffer, type, single);
        }
        if (buffer.hasRemaining()) {
            throw new GraphException("the constant '" + name + "' has fewer elements than its shape says");
        }
        return buffer.flip().order(ByteOrder.LITTLE_ENDIAN);
    }

    private void put(ByteBuffer buffer, ElementType type, long value) throws GraphException {
        if (buffer.remaining() < type.bytes()) {
            throw new GraphException("the constant '" + name + "' has more elements than its shape says");
        }
        switch (type.bytes()) {
            case 1 -> buffer.put((byte) value);
            case 2 -> buffer.putShort((short) value);
            case 4 -> buffer.putInt((int) value);
            default -> buffer.putLong(value);
        }
    }
}
