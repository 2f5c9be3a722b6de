package vermeer.attribution;

import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Gradients;
import vermeer.model.Target;
import vermeer.setting.Help;
import vermeer.setting.Range;
import vermeer.tensor.Tensor;

/**
 * Integrated gradients: the gradient of the target averaged over the straight path from a baseline to the picture, times
 * the difference between the two. The integral is taken at the midpoints of equal steps.
 *
 * <p>Facts: {@code sum} of the values, {@code expected} = target of the picture minus target of the baseline, and
 * {@code completenessError}, the absolute difference of the two, all in logits.
 */
public record IntegratedGradients(
        @Range(min = 1, max = 10_000) @Help("Points on the path from the baseline to the picture.") int steps,
        @Help("The picture without evidence that the path starts from.") Baseline baseline,
        @Help("How the channels of a pixel become one value.") Reduction reduce)
        implements ChannelMethod {

    public IntegratedGradients() {
        this(50, Baseline.ZERO, Reduction.SUM);
    }

    @Override
    public String name() {
        return "integrated-gradients";
    }

    @Override
    public String title() {
        return "Integrated gradients";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "How the difference between the logit of the picture and that of the baseline is shared among the"
                        + " pixels; the shares add up to it.",
                "Anything about pixels that equal the baseline: they get zero. Another baseline gives another map. A"
                        + " large completeness error means that more steps are needed.",
                steps + " gradient passes and 2 forward passes.",
                "Sundararajan, Taly, Yan: Axiomatic attribution for deep networks (2017)");
    }

    @Override
    public String meaning() {
        return "share of the logit's difference from the baseline";
    }

    @Override
    public Attribution explain(Gradients model, Subject subject, Sketch sketch, Progress progress)
            throws EngineException, CancelledException {
        Tensor input = subject.input();
        Tensor channels = channels(model, input, subject.target(), progress);
        Completeness completeness =
                Completeness.of(model, subject, baseline.of(model, input), channels, progress.part(1, 1));
        return attribution(model, subject, channels, completeness.facts());
    }

    @Override
    public Tensor channels(Gradients model, Tensor batch, Target target, Progress progress)
            throws EngineException, CancelledException {
        int item = batch.itemSize();
        float[] values = new float[batch.data().length];
        for (int i = 0; i < batch.batch(); i++) {
            Progress part = progress.part((double) i / batch.batch(), (i + 1.0) / batch.batch());
            integrate(model, batch.item(i), target, values, i * item, part);
        }
        return new Tensor(batch.shape(), values);
    }

    private void integrate(Gradients model, Tensor input, Target target, float[] values, int offset, Progress progress)
            throws EngineException, CancelledException {
        Tensor start = baseline.of(model, input);
        double[] sum = new double[input.data().length];
        PlannedBatches.run(model, steps, progress, (from, to, part) -> {
            Tensor gradient =
                    model.gradient(path(start, input, from, to), target, part).input();
            for (int i = 0; i < gradient.data().length; i++) {
                sum[i % sum.length] += gradient.data()[i];
            }
        });
        for (int i = 0; i < sum.length; i++) {
            values[offset + i] = (float) (sum[i] / steps * ((double) input.data()[i] - start.data()[i]));
        }
    }

    private Tensor path(Tensor start, Tensor end, int from, int to) {
        int item = end.data().length;
        Tensor points = end.repeat(to - from);
        for (int point = from; point < to; point++) {
            float share = (float) ((point + 0.5) / steps);
            int offset = (point - from) * item;
            for (int i = 0; i < item; i++) {
                points.data()[offset + i] = start.data()[i] + share * (end.data()[i] - start.data()[i]);
            }
        }
        return points;
    }
}
