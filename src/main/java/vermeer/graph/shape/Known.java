package vermeer.graph.shape;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;

/**
 * A small tensor whose elements are known before any run, up to the batch size N: element i is {@code fixed[i] + perBatch[i] * N}.
 * Numbers of shape computations fit a double exactly; the open ends that exporters write (the largest int64) are still
 * far beyond any extent after rounding. NaN stands for an element that is not known.
 *
 * @param perBatch null where no element depends on the batch
 */
record Known(ElementType type, long[] shape, double[] fixed, double[] perBatch) {

    static Known of(ElementType type, long[] shape, double... fixed) {
        return new Known(type, shape, fixed, null);
    }

    static Known of(Constant constant) {
        double[] fixed = new double[constant.size()];
        if (constant.type() == ElementType.FLOAT) {
            float[] values = constant.toFloats();
            Arrays.setAll(fixed, i -> values[i]);
        } else {
            long[] values = constant.toIntegers();
            Arrays.setAll(fixed, i -> values[i]);
        }
        return of(constant.type(), constant.shape(), fixed);
    }

    /** The extents of a shape as an int64 vector. */
    static Known shape(long... extents) {
        double[] fixed = new double[extents.length];
        double[] perBatch = new double[extents.length];
        for (int i = 0; i < extents.length; i++) {
            boolean unknown = extents[i] == Graph.UNKNOWN;
            fixed[i] = unknown ? Double.NaN : Math.max(0, extents[i]);
            perBatch[i] = unknown ? 0 : Math.max(0, -extents[i]);
        }
        return new Known(ElementType.INT64, new long[] {extents.length}, fixed, perBatch).simplified();
    }

    int size() {
        return fixed.length;
    }

    double perBatch(int index) {
        return perBatch == null ? 0 : perBatch[index];
    }

    /** Whether every element is one number for every batch size. */
    boolean constant() {
        return perBatch == null && Arrays.stream(fixed).noneMatch(Double::isNaN);
    }

    /** Element {@code index} as an extent, or unknown where it is none. */
    long extent(int index) {
        double slope = perBatch(index);
        if (Double.isNaN(fixed[index]) || Double.isNaN(slope)) {
            return Graph.UNKNOWN;
        }
        if (slope == 0) {
            return fixed[index] < 0 ? Graph.UNKNOWN : (long) fixed[index];
        }
        return fixed[index] == 0 && slope > 0 ? -(long) slope : Graph.UNKNOWN;
    }

    long[] extents() {
        long[] extents = new long[size()];
        Arrays.setAll(extents, this::extent);
        return extents;
    }

    /** Element {@code index} as a number, the same for every batch size. */
    double number(int index) throws UnknownShapeException {
        if (perBatch(index) != 0 || Double.isNaN(fixed[index])) {
            throw new UnknownShapeException();
        }
        return fixed[index];
    }

    long integer(int index) throws UnknownShapeException {
        return (long) number(index);
    }

    long[] integers() throws UnknownShapeException {
        long[] values = new long[size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = integer(i);
        }
        return values;
    }

    /** The elements in another order, or some of them. */
    Known pick(long[] newShape, int size, IntUnaryOperator source) {
        double[] values = new double[size];
        Arrays.setAll(values, i -> fixed[source.applyAsInt(i)]);
        double[] slopes = perBatch == null ? null : new double[size];
        if (slopes != null) {
            Arrays.setAll(slopes, i -> perBatch[source.applyAsInt(i)]);
        }
        return new Known(type, newShape, values, slopes).simplified();
    }

    Known reshaped(long... newShape) {
        return new Known(type, newShape, fixed, perBatch);
    }

    /** Without slopes where they are all zero. */
    Known simplified() {
        boolean flat = perBatch == null || Arrays.stream(perBatch).allMatch(slope -> slope == 0);
        return flat && perBatch != null ? new Known(type, shape, fixed, null) : this;
    }

    /** @throws IllegalStateException where it is not {@link #constant} */
    Constant toConstant() {
        if (!constant()) {
            throw new IllegalStateException("not a constant");
        }
        ByteBuffer bytes = ByteBuffer.allocate(size() * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : fixed) {
            put(bytes, value);
        }
        return new Constant(type, shape, bytes.flip());
    }

    BatchValue toBatchValue() {
        long[] numbers = Arrays.stream(fixed).mapToLong(value -> (long) value).toArray();
        long[] slopes = Arrays.stream(perBatch).mapToLong(value -> (long) value).toArray();
        return new BatchValue(type, shape, numbers, slopes);
    }

    private void put(ByteBuffer bytes, double value) {
        switch (type) {
            case FLOAT -> bytes.putFloat((float) value);
            case DOUBLE -> bytes.putDouble(value);
            default -> {
                switch (type.bytes()) {
                    case 1 -> bytes.put((byte) (long) value);
                    case 2 -> bytes.putShort((short) (long) value);
                    case 4 -> bytes.putInt((int) (long) value);
                    default -> bytes.putLong((long) value);
                }
            }
        }
    }
}
