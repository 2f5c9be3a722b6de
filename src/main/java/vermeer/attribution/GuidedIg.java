package vermeer.attribution;

import java.util.Arrays;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Gradients;
import vermeer.model.Target;
import vermeer.setting.Help;
import vermeer.setting.Range;
import vermeer.tensor.Tensor;

/**
 * Guided integrated gradients: the path from the baseline to the picture is not straight but moves, at every step, those values
 * first whose gradient is smallest, so that noise from large gradients along the way is not gathered up.
 *
 * <p>Facts: {@code sum}, {@code expected} and {@code completenessError}, as for integrated gradients.
 */
public record GuidedIg(
        @Range(min = 10, max = 1_000) @Help("Steps from the baseline to the picture.") int steps,
        @Range(min = 0.01, max = 1) @Help("The share of values, those of smallest gradient, that move in a step.")
                double fraction,
        @Help("The picture without evidence that the path starts from.") Baseline baseline,
        @Help("How the channels of a pixel become one value.") Reduction reduce)
        implements ChannelMethod {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    public GuidedIg() {
        this(100, 0.25, Baseline.BLACK, Reduction.SUM);
    }

    @Override
    public String name() {
        return "guided-ig";
    }

    @Override
    public String title() {
        return "Guided integrated gradients";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "How the difference between the logit of the picture and that of the baseline is shared among the"
                        + " pixels, with less of the noise that integrated gradients show around the object.",
                "The path adapts to the network, so two classes' maps are made on two paths. Pixels that equal the"
                        + " baseline get zero.",
                steps
                        + " gradient passes and 2 forward passes; the steps follow each other, so no batch makes it"
                        + " faster.",
                "Kapishnikov and others: Guided integrated gradients: an adaptive path method for removing noise"
                        + " (2021)");
    }

    @Override
    public String meaning() {
        return "share of the logit's difference from the baseline";
    }

    @Override
    public Attribution explain(Gradients model, Subject subject, Sketch sketch, Progress progress)
            throws EngineException, CancelledException {
        Tensor channels = channels(model, subject.input(), subject.target(), progress);
        Completeness completeness =
                Completeness.of(model, subject, baseline.of(model, subject.input()), channels, progress.part(1, 1));
        return attribution(model, subject, channels, completeness.facts());
    }

    @Override
    public Tensor channels(Gradients model, Tensor batch, Target target, Progress progress)
            throws EngineException, CancelledException {
        int item = batch.itemSize();
        float[] values = new float[batch.data().length];
        for (int i = 0; i < batch.batch(); i++) {
            Progress part = progress.part((double) i / batch.batch(), (i + 1.0) / batch.batch());
            double[] path = alongPath(model, batch.item(i), target, part);
            for (int j = 0; j < item; j++) {
                values[i * item + j] = (float) path[j];
            }
        }
        return new Tensor(batch.shape(), values);
    }

    private double[] alongPath(Gradients model, Tensor input, Target target, Progress progress)
            throws EngineException, CancelledException {
        float[] end = input.data();
        float[] start = baseline.of(model, input).data();
        float[] at = start.clone();
        double[] gathered = new double[end.length];
        double total = distance(start, end);
        for (int step = 0; step < steps && total > 0; step++) {
            progress.checkCancelled();
            float[] gradient = model.gradient(new Tensor(input.shape(), at.clone()), target, progress.part(0, 0))
                    .input()
                    .data();
            move(end, at, gradient, gathered, (step + 1.0) / steps, total);
            progress.report(step + 1, steps);
        }
        return gathered;
    }

    /** Moves the values of smallest gradient until the path's distance to the picture is what this step allows. */
    private void move(float[] end, float[] at, float[] gradient, double[] gathered, double share, double total) {
        double goal = total * (1 - share);
        double[] size = new double[at.length];
        double distance = distance(at, end);
        while (distance > goal) {
            for (int i = 0; i < at.length; i++) {
                size[i] = at[i] == end[i] ? NEVER : Math.abs(gradient[i]);
            }
            double threshold = threshold(size);
            double movable = 0;
            for (int i = 0; i < at.length; i++) {
                movable += size[i] <= threshold ? Math.abs(end[i] - at[i]) : 0;
            }
            double needed = distance - goal;
            double part = Math.min(1, needed / Math.max(movable, 1e-30));
            for (int i = 0; i < at.length; i++) {
                if (size[i] <= threshold) {
                    float next = part == 1 ? end[i] : (float) (at[i] + part * (end[i] - at[i]));
                    gathered[i] += (double) gradient[i] * (next - at[i]);
                    at[i] = next;
                }
            }
            if (part < 1) {
                return;
            }
            distance = distance(at, end);
        }
    }

    /** The largest of the smallest {@link #fraction} of the values that can still move. */
    private double threshold(double[] size) {
        double[] sorted = size.clone();
        Arrays.sort(sorted);
        int movable = 0;
        while (movable < sorted.length && sorted[movable] != NEVER) {
            movable++;
        }
        return movable == 0 ? -1 : sorted[Math.min(movable - 1, (int) (fraction * sorted.length))];
    }

    private static double distance(float[] from, float[] to) {
        double sum = 0;
        for (int i = 0; i < from.length; i++) {
            sum += Math.abs((double) to[i] - from[i]);
        }
        return sum;
    }
}
