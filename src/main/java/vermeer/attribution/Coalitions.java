package vermeer.attribution;

import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Scores;
import vermeer.tensor.Tensor;

/** Asks a model about a picture of which only some superpixels are shown; the others are filled. */
record Coalitions(Scores model, Subject subject, Superpixels parts, Tensor fill, Measure measure) {

    /** The target's value for each set of shown parts. */
    double[] values(boolean[][] shown, Progress progress) throws EngineException, CancelledException {
        double[] values = new double[shown.length];
        int size = subject.input().data().length;
        PlannedBatches.run(model, shown.length, progress, (from, to, part) -> {
            float[] batch = new float[(to - from) * size];
            for (int i = from; i < to; i++) {
                Masking.blend(model, subject.input(), fill, parts.mask(shown[i]), batch, i - from);
            }
            int[] shape = subject.input().shape().clone();
            shape[0] = to - from;
            Tensor logits = model.logits(new Tensor(shape, batch), part);
            for (int i = from; i < to; i++) {
                values[i] = measure.of(model, logits, i - from, subject.target());
            }
        });
        return values;
    }
}
