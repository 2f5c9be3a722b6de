package vermeer.model;

import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

/**
 * The part of a network behind an inner value, for one picture: what the rest of the network says where that value is another. What
 * goes round the value, as skip connections do, stays what it is for the picture.
 */
public interface Tail {

    /** The value for the picture itself, a batch of one. */
    Tensor inner();

    /** The picture's logits, {@code [1, classes]}. */
    Tensor logits();

    /** The number of entries that a batch had best hold; at least 1. */
    int plannedBatch();

    /**
     * Runs the tail, in planned batches.
     *
     * @param inner values in place of {@link #inner()}, any number of them along the first axis
     * @return {@code [n, classes]}
     */
    Tensor logits(Tensor inner, Progress progress) throws EngineException, CancelledException;
}
