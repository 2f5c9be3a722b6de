package vermeer.ui.investigation;

import vermeer.engine.EngineException;
import vermeer.image.Layout;
import vermeer.image.Picture;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Scores;
import vermeer.tensor.Tensor;

/** A network that takes its time for each batch, and does not look at cancelling meanwhile. */
record SlowScores(Scores scores, long milliseconds) implements Scores {

    @Override
    public Tensor logits(Tensor batch, Progress progress) throws EngineException, CancelledException {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException closing) {
            throw new CancelledException();
        }
        return scores.logits(batch, progress);
    }

    @Override
    public int[] inputShape() {
        return scores.inputShape();
    }

    @Override
    public Layout layout() {
        return scores.layout();
    }

    @Override
    public int classes() {
        return scores.classes();
    }

    @Override
    public Tensor probabilities(Tensor logits) {
        return scores.probabilities(logits);
    }

    @Override
    public int plannedBatch() {
        return scores.plannedBatch();
    }

    @Override
    public float[] inputValue(float brightness) {
        return scores.inputValue(brightness);
    }

    @Override
    public Tensor input(Picture picture) {
        return scores.input(picture);
    }
}
