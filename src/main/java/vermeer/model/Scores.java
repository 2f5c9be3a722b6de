package vermeer.model;

import vermeer.engine.EngineException;
import vermeer.image.Layout;
import vermeer.image.Picture;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

/**
 * What every model can be asked: scores for pictures.
 *
 * @apiNote Long-running; call on the compute lane.
 */
public interface Scores {

    /** The shape of one input picture, without the batch axis, in {@link #layout()}. */
    int[] inputShape();

    Layout layout();

    /** The number of logits. A model with one logit tells two classes apart. */
    int classes();

    /**
     * The logits of a batch of any size; it is run in planned batches.
     *
     * @param batch pictures as the network reads them, {@code [n, inputShape...]}
     * @return {@code [n, classes]}
     */
    Tensor logits(Tensor batch, Progress progress) throws EngineException, CancelledException;

    /** What the model's head makes of logits: softmax or sigmoid, {@code [n, classes]} to {@code [n, classes]}. */
    Tensor probabilities(Tensor logits);

    /** The number of pictures a batch had best hold, as measured and as memory allows; at least 1. */
    int plannedBatch();

    /** The value in a preprocessed input that a pixel of this brightness (0 to 255) has, one a channel. */
    float[] inputValue(float brightness);

    /** A picture as the network reads it, {@code [1, inputShape...]}. */
    Tensor input(Picture picture);
}
