package vermeer.tensor;

import java.util.Arrays;

/**
 * A dense float32 array in row-major (C) order.
 *
 * <p>For speed the arrays are shared, not copied: whoever receives a tensor must not write to {@link #data()} unless it
 * made the tensor itself.
 *
 * @param shape the extents, outermost first; empty for a scalar
 * @param data the values; its length is the product of {@code shape}
 */
public record Tensor(int[] shape, float[] data) {

    /** @throws IllegalArgumentException where the number of values does not fit the shape */
    public Tensor {
        if (size(shape) != data.length) {
            throw new IllegalArgumentException(
                    "shape " + Arrays.toString(shape) + " does not hold " + data.length + " values");
        }
    }

    /** A tensor of zeros. */
    public static Tensor zeros(int... shape) {
        return new Tensor(shape, new float[Math.toIntExact(size(shape))]);
    }

    /** The number of values in a tensor of this shape. */
    public static long size(int... shape) {
        long size = 1;
        for (int extent : shape) {
            size = Math.multiplyExact(size, extent);
        }
        return size;
    }

    /** The number of entries along the first axis: pictures in a batch. */
    public int batch() {
        return shape[0];
    }

    /** The shape without its first axis. */
    public int[] itemShape() {
        return Arrays.copyOfRange(shape, 1, shape.length);
    }

    /** The number of values in one entry of the first axis. */
    public int itemSize() {
        return Math.toIntExact(size(itemShape()));
    }

    /** A copy of entry {@code index} of the first axis, kept as a batch of one. */
    public Tensor item(int index) {
        return slice(index, index + 1);
    }

    /** A copy of the entries {@code from} (inclusive) to {@code to} (exclusive) of the first axis. */
    public Tensor slice(int from, int to) {
        int item = itemSize();
        int[] sliced = shape.clone();
        sliced[0] = to - from;
        return new Tensor(sliced, Arrays.copyOfRange(data, from * item, to * item));
    }

    /** The same values under another shape of equal size; the data is shared. */
    public Tensor reshape(int... newShape) {
        return new Tensor(newShape, data);
    }

    /** This entry (a batch of one) repeated {@code count} times along the first axis. */
    public Tensor repeat(int count) {
        int[] repeated = shape.clone();
        repeated[0] = count * shape[0];
        float[] values = new float[data.length * count];
        for (int i = 0; i < count; i++) {
            System.arraycopy(data, 0, values, i * data.length, data.length);
        }
        return new Tensor(repeated, values);
    }

    /** Tensors of one item shape, joined along the first axis. */
    public static Tensor concat(Iterable<Tensor> parts) {
        int batch = 0;
        Tensor first = null;
        for (Tensor part : parts) {
            first = first == null ? part : first;
            batch += part.batch();
        }
        if (first == null) {
            throw new IllegalArgumentException("nothing to join");
        }
        int[] shape = first.shape.clone();
        shape[0] = batch;
        float[] values = new float[Math.toIntExact(size(shape))];
        int offset = 0;
        for (Tensor part : parts) {
            System.arraycopy(part.data, 0, values, offset, part.data.length);
            offset += part.data.length;
        }
        return new Tensor(shape, values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor tensor && Arrays.equals(shape, tensor.shape) && Arrays.equals(data, tensor.data);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(data);
    }

    @Override
    public String toString() {
        return "Tensor" + Arrays.toString(shape);
    }
}
