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
 * Blur integrated gradients: the path goes from a strongly blurred picture to the picture itself, along ever weaker Gaussian blurs, so
 * that no baseline has to be chosen and evidence appears at the scale where it appears to the network.
 *
 * <p>Facts: {@code sum}, {@code expected} (target of the picture minus that of the blurred one) and {@code completenessError}.
 */
public record BlurIg(
        @Range(min = 5, max = 1_000) @Help("Points on the path from blurred to sharp.") int steps,
        @Range(min = 1, max = 100) @Help(value = "Standard deviation of the strongest blur.", unit = "px") double blur,
        @Help("How the channels of a pixel become one value.") Reduction reduce)
        implements ChannelMethod {

    public BlurIg() {
        this(50, 20, Reduction.SUM);
    }

    @Override
    public String name() {
        return "blur-ig";
    }

    @Override
    public String title() {
        return "Blur integrated gradients";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "How the difference between the logit of the picture and that of a blurred copy is shared among the"
                        + " pixels.",
                "Evidence that survives the strongest blur, such as colour: it is the same at both ends of the path.",
                steps + " gradient passes and 2 forward passes.",
                "Xu, Venugopalan, Sundararajan: Attribution in scale and space (2020)");
    }

    @Override
    public String meaning() {
        return "share of the logit's difference from the blurred picture";
    }

    @Override
    public Attribution explain(Gradients model, Subject subject, Sketch sketch, Progress progress)
            throws EngineException, CancelledException {
        progress.checkCancelled();
        Tensor[] path = path(model, subject.input());
        float[] values = new float[subject.input().data().length];
        integrate(model, path, subject.target(), values, 0, progress);
        Tensor channels = new Tensor(subject.input().shape(), values);
        Completeness completeness = Completeness.of(model, subject, path[steps], channels, progress.part(1, 1));
        return attribution(model, subject, channels, completeness.facts());
    }

    @Override
    public Tensor channels(Gradients model, Tensor batch, Target target, Progress progress)
            throws EngineException, CancelledException {
        float[] values = new float[batch.data().length];
        for (int i = 0; i < batch.batch(); i++) {
            Progress part = progress.part((double) i / batch.batch(), (i + 1.0) / batch.batch());
            integrate(model, path(model, batch.item(i)), target, values, i * batch.itemSize(), part);
        }
        return new Tensor(batch.shape(), values);
    }

    private void integrate(Gradients model, Tensor[] path, Target target, float[] values, int offset, Progress progress)
            throws EngineException, CancelledException {
        int item = path[0].data().length;
        double[] sum = new double[item];
        PlannedBatches.run(model, steps, progress, (from, to, step) -> {
            Tensor gradient =
                    model.gradient(midpoints(path, from, to), target, step).input();
            for (int j = 0; j < gradient.data().length; j++) {
                int point = from + j / item;
                int place = j % item;
                sum[place] += (double) gradient.data()[j]
                        * (path[point].data()[place] - path[point + 1].data()[place]);
            }
        });
        for (int j = 0; j < item; j++) {
            values[offset + j] = (float) sum[j];
        }
    }

    /** The picture and its blurs, sharp first; each is made of the one before, since Gaussians add their variances. */
    private Tensor[] path(Gradients model, Tensor input) {
        Tensor[] path = new Tensor[steps + 1];
        path[0] = input;
        for (int i = 1; i <= steps; i++) {
            double before = blur * (i - 1) / steps;
            double now = blur * i / steps;
            path[i] = new Blur(Math.sqrt(now * now - before * before))
                    .apply(path[i - 1], model.inputShape(), model.layout());
        }
        return path;
    }

    private static Tensor midpoints(Tensor[] path, int from, int to) {
        int item = path[0].data().length;
        Tensor points = path[0].repeat(to - from);
        for (int point = from; point < to; point++) {
            for (int i = 0; i < item; i++) {
                points.data()[(point - from) * item + i] =
                        (path[point].data()[i] + path[point + 1].data()[i]) / 2;
            }
        }
        return points;
    }
}
