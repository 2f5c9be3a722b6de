package vermeer.graph;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Makes float32 of half and double precision, and remembers that it did. */
final class Widening {
    /** Some exporters write a number or two as float64 in a float32 network; that is not worth a notice. */
    private static final int A_FEW = 16;

    private final Set<ElementType> noticed = EnumSet.noneOf(ElementType.class);

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
        ByteBuffer from = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        int size = from.remaining() / type.bytes();
        if (type != ElementType.DOUBLE || size > A_FEW) {
            noticed.add(type);
        }
        ByteBuffer floats = OffHeap.allocate(4L * size);
        for (int i = 0; i < size; i++) {
            floats.putFloat(4 * i, element(type, from, i));
        }
        return new Constant(ElementType.FLOAT, shape, floats);
    }

    /** A declared input or output type that was changed. */
    ElementType widen(ElementType declared) {
        if (widened(declared) != declared) {
            noticed.add(declared);
        }
        return widened(declared);
    }

    List<String> notices() {
        return noticed.stream()
                .map(type -> "The file computes in " + name(type) + "; here it is computed in float32.")
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
