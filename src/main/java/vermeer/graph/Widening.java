package vermeer.graph;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Makes float32 of half and double precision, and remembers that it did. */
final class Widening {
    private final Map<ElementType, Integer> counts = new EnumMap<>(ElementType.class);

    /** The type a value of this type has after reading. */
    static ElementType widened(ElementType type) {
        return switch (type) {
            case FLOAT16, BFLOAT16, DOUBLE -> ElementType.FLOAT;
            default -> type;
        };
    }

    /** The constant as float32 where it is half or double precision; else the constant itself. */
    Constant widen(ElementType type, long[] shape, ByteBuffer bytes) throws GraphException {
        if (widened(type) == type) {
            return new Constant(type, shape, bytes);
        }
        counts.merge(type, 1, Integer::sum);
        ByteBuffer from = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        int size = from.remaining() / type.bytes();
        ByteBuffer floats = OffHeap.allocate(4L * size);
        for (int i = 0; i < size; i++) {
            floats.putFloat(4 * i, element(type, from, i));
        }
        return new Constant(ElementType.FLOAT, shape, floats);
    }

    /** A declared input or output type that was changed. */
    ElementType widen(ElementType declared) {
        if (widened(declared) != declared) {
            counts.merge(declared, 0, Integer::sum);
        }
        return widened(declared);
    }

    List<String> notices() {
        return counts.entrySet().stream()
                .map(entry -> "The file computes in " + name(entry.getKey()) + "; its " + entry.getValue()
                        + " constants of that type are used as float32.")
                .toList();
    }

    private static String name(ElementType type) {
        return switch (type) {
            case FLOAT16 -> "float16";
            case BFLOAT16 -> "bfloat16";
            default -> "float64";
        };
    }

    private static float element(ElementType type, ByteBuffer from, int index) {
        return switch (type) {
            case FLOAT16 -> half(from.getShort(2 * index));
            case BFLOAT16 -> Float.intBitsToFloat(from.getShort(2 * index) << 16);
            default -> (float) from.getDouble(8 * index);
        };
    }

    /** IEEE 754 binary16; Java 20 has this as {@code Float.float16ToFloat}. */
    static float half(short bits) {
        int sign = (bits & 0x8000) << 16;
        int exponent = (bits >> 10) & 0x1f;
        int fraction = bits & 0x3ff;
        if (exponent == 0) {
            float magnitude = fraction * 0x1p-24f;
            return sign == 0 ? magnitude : -magnitude;
        }
        int widened = exponent == 31 ? 0xff : exponent + 112;
        return Float.intBitsToFloat(sign | widened << 23 | fraction << 13);
    }
}
