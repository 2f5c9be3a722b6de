package vermeer.trust;

import java.util.ArrayList;
import java.util.List;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Scores;
import vermeer.model.Target;
import vermeer.tensor.Tensor;

/**
 * Replaces a picture's places by those of another, in a given order and a fixed number a step, and follows the target's
 * probability (Petsiuk et al., RISE, 2018).
 */
final class Replacement {
    /** The protocol's 1792 of 224 x 224 places a step: 28 steps, 29 points. */
    static final int STEPS = 28;

    private Replacement() {}

    static Curve follow(
            String name, Scores model, Tensor from, Tensor to, int[] order, Target target, Progress progress)
            throws EngineException, CancelledException {
        int perStep = (order.length + STEPS - 1) / STEPS;
        int points = (order.length + perStep - 1) / perStep + 1;
        float[] shares = new float[points];
        float[] values = new float[points];
        float[] current = from.data().clone();
        int next = 0;
        while (next < points) {
            progress.checkCancelled();
            List<Tensor> batch = new ArrayList<>();
            int first = next;
            for (; next < points && batch.size() < model.plannedBatch(); next++) {
                if (next > 0) {
                    int end = Math.min(next * perStep, order.length);
                    replace(model, current, to, order, (next - 1) * perStep, end);
                    shares[next] = (float) end / order.length;
                }
                batch.add(new Tensor(from.shape(), current.clone()));
            }
            Tensor logits = model.logits(Tensor.concat(batch), progress);
            float[] probabilities = TargetProbability.of(model, logits, target);
            System.arraycopy(probabilities, 0, values, first, probabilities.length);
            progress.report(next, points);
        }
        return new Curve(name, shares, values);
    }

    private static void replace(Scores model, float[] current, Tensor to, int[] order, int start, int end) {
        int[] shape = model.inputShape();
        int width = model.layout().width(shape);
        int channels = model.layout().channels(shape);
        for (int i = start; i < end; i++) {
            for (int channel = 0; channel < channels; channel++) {
                int index = model.layout().index(shape, channel, order[i] / width, order[i] % width);
                current[index] = to.data()[index];
            }
        }
    }
}
