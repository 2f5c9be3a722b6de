package vermeer.graph;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * A value known before any run. The bytes are little-endian, row-major, and may lie outside the Java heap, in the mapped
 * model file: they are never written to.
 *
 * @param type the element type
 * @param shape the extents, all known; empty for a scalar
 * @param bytes the elements; {@code type.bytes()} times the product of the extents long
 */
public record Constant(ElementType type, long[] shape, ByteBuffer bytes) {

    /** @throws IllegalArgumentException where the bytes do not fit type and shape */
    public Constant {
        long expected = Math.multiplyExact(elements(shape), type.bytes());
        if (bytes.remaining() != expected) {
            throw new IllegalArgumentException("a constant of " + expected + " bytes has " + bytes.remaining());
        }
        bytes = bytes.slice().asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A float32 constant on the heap. */
    public static Constant floats(long[] shape, float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return new Constant(ElementType.FLOAT, shape, bytes);
    }

    /** A float32 scalar. */
    public static Constant scalar(float value) {
        return floats(new long[0], value);
    }

    /** An int64 vector, as shapes and axes are given to operators. */
    public static Constant integers(long... values) {
        return integers(new long[] {values.length}, values);
    }

    /** An int64 constant of any shape. */
    public static Constant integers(long[] shape, long[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return new Constant(ElementType.INT64, shape, bytes);
    }

    /** The number of elements. */
    public int size() {
        return Math.toIntExact(elements(shape));
    }

    /** A view of the elements of a float32 constant. */
    public FloatBuffer floatView() {
        if (type != ElementType.FLOAT) {
            throw new IllegalStateException("not a float32 constant: " + type);
        }
        return buffer().asFloatBuffer();
    }

    /** A copy of the elements as float32; double, float32 and all integer types are converted. */
    public float[] toFloats() {
        float[] values = new float[size()];
        if (type == ElementType.FLOAT) {
            floatView().get(values);
            return values;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) number(i);
        }
        return values;
    }

    /** A copy of the elements as int64; for integer and boolean types. */
    public long[] toIntegers() {
        long[] values = new long[size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = integer(i);
        }
        return values;
    }

    /** The bytes from the first element on, little-endian, in a buffer of the caller's own. */
    public ByteBuffer buffer() {
        return bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Whether the first element lies at an address that is a multiple of the element's size. */
    public boolean aligned() {
        return !bytes.isDirect() || bytes.alignmentOffset(0, type.bytes()) == 0;
    }

    private double number(int index) {
        return switch (type) {
            case FLOAT -> buffer().getFloat(index * 4);
            case DOUBLE -> buffer().getDouble(index * 8);
            case FLOAT16, BFLOAT16 -> throw new IllegalStateException("half precision is widened on reading");
            default -> integer(index);
        };
    }

    private long integer(int index) {
        ByteBuffer buffer = buffer();
        return switch (type) {
            case INT64, UINT64 -> buffer.getLong(index * 8);
            case INT32 -> buffer.getInt(index * 4);
            case UINT32 -> Integer.toUnsignedLong(buffer.getInt(index * 4));
            case INT16 -> buffer.getShort(index * 2);
            case UINT16 -> Short.toUnsignedInt(buffer.getShort(index * 2));
            case INT8 -> buffer.get(index);
            case UINT8, BOOL -> Byte.toUnsignedInt(buffer.get(index));
            default -> throw new IllegalStateException("not an integer constant: " + type);
        };
    }

    private static long elements(long[] shape) {
        long size = 1;
        for (long extent : shape) {
            if (extent < 0) {
                throw new IllegalArgumentException("a constant's extent is negative: " + extent);
            }
            size = Math.multiplyExact(size, extent);
        }
        return size;
    }
}
