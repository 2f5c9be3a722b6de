package vermeer.train.loop;

import java.util.Arrays;

/** One array of weights with what the optimiser remembers of it. Changed in place; one run owns it. */
final class Parameter {
    private final String name;
    private final long[] shape;
    private final int depth;
    private final float[] value;
    private final float[] momentum;
    private final float[] square;
    private long updates;

    /** @param depth 0 for the head, 1 for the group nearest to it, and so on */
    Parameter(String name, long[] shape, int depth, float[] value) {
        this.name = name;
        this.shape = shape.clone();
        this.depth = depth;
        this.value = value;
        this.momentum = new float[value.length];
        this.square = new float[value.length];
    }

    String name() {
        return name;
    }

    long[] shape() {
        return shape.clone();
    }

    int depth() {
        return depth;
    }

    /** Biases, which have one axis, are not decayed. */
    boolean decays() {
        return Arrays.stream(shape).filter(extent -> extent > 1).count() > 1;
    }

    float[] value() {
        return value;
    }

    /** The running mean of the gradient. */
    float[] momentum() {
        return momentum;
    }

    /** How often it was changed. */
    long updates() {
        return updates;
    }

    /** Counts one more change and returns how many there were. */
    long counted() {
        return ++updates;
    }

    /** Takes the count from a checkpoint. */
    void restoreUpdates(long count) {
        updates = count;
    }

    /** Begins the optimiser's memory anew; the values stay. */
    void forget() {
        Arrays.fill(momentum, 0);
        Arrays.fill(square, 0);
        updates = 0;
    }

    /** The running mean of the squared gradient; for Adam and AdamW. */
    float[] square() {
        return square;
    }
}
