package vermeer.attribution;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Gradients;
import vermeer.model.Target;
import vermeer.setting.Help;
import vermeer.setting.Range;
import vermeer.tensor.Tensor;

/**
 * Expected gradients: integrated gradients averaged over many baselines, so that no single colour counts as "nothing". Each sample
 * takes one baseline and one place on the straight path from it to the picture: the expectation of {@code (picture - baseline) *
 * gradient}. Baselines take turns, and the places are drawn one from each of as many equal parts of the path as there are samples.
 *
 * <p>Facts: {@code sum}, {@code expected} (target of the picture minus its mean over the baselines), {@code completenessError}.
 */
public record ExpectedGradients(
        @Help("The folder whose pictures are the baselines, best typical ones of all classes; empty for the built-in"
                        + " baselines (zero, black, white, grey, mean colour, blur).")
                Path folder,
        @Range(min = 1, max = 1_000) @Help("How many pictures of the folder are used at most.") int baselines,
        @Range(min = 2, max = 10_000) @Help("Samples of a baseline and a place on the path.") int samples,
        @Range(min = 0, max = Integer.MAX_VALUE) @Help("Seed of what is drawn.") long seed,
        @Help("How the channels of a pixel become one value.") Reduction reduce)
        implements ChannelMethod {

    public ExpectedGradients() {
        this(Path.of(""), 50, 200, 1, Reduction.SUM);
    }

    @Override
    public String name() {
        return "expected-gradients";
    }

    @Override
    public String title() {
        return "Expected gradients";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "How the difference between the logit of the picture and the mean logit of other pictures is shared"
                        + " among the pixels.",
                "What picture and baselines have in common. Other baselines give another map; the completeness error"
                        + " shrinks with more samples.",
                samples + " gradient passes, and a forward pass a baseline.",
                "Erion, Janizek, Sturmfels, Lundberg, Lee: Improving performance of deep learning models with axiomatic"
                        + " attribution priors and expected gradients (2021)");
    }

    @Override
    public String meaning() {
        return "share of the logit's difference from the baselines' mean";
    }

    @Override
    public Attribution explain(Gradients model, Subject subject, Sketch sketch, Progress progress)
            throws EngineException, CancelledException {
        progress.checkCancelled();
        BaselinePictures pictures = pictures(model, subject.input(), progress.part(0, 0.1));
        float[] values = new float[subject.input().data().length];
        estimate(model, subject.input(), subject.target(), pictures.inputs(), values, 0, progress.part(0.1, 0.9));
        Tensor channels = new Tensor(subject.input().shape(), values);
        Map<String, Double> facts = completeness(model, subject, pictures.inputs(), channels, progress.part(0.9, 1))
                .facts();
        Attribution made = attribution(model, subject, channels, facts);
        return new Attribution(made.map(), made.channels(), facts, Map.of("baselines", pictures.origin()));
    }

    @Override
    public Tensor channels(Gradients model, Tensor batch, Target target, Progress progress)
            throws EngineException, CancelledException {
        float[] values = new float[batch.data().length];
        for (int i = 0; i < batch.batch(); i++) {
            Progress part = progress.part((double) i / batch.batch(), (i + 1.0) / batch.batch());
            List<Tensor> pictures =
                    pictures(model, batch.item(i), part.part(0, 0.1)).inputs();
            estimate(model, batch.item(i), target, pictures, values, i * batch.itemSize(), part.part(0.1, 1));
        }
        return new Tensor(batch.shape(), values);
    }

    private BaselinePictures pictures(Gradients model, Tensor input, Progress progress)
            throws EngineException, CancelledException {
        return folder.toString().isEmpty()
                ? BaselinePictures.builtIn(model, input)
                : BaselinePictures.ofFolder(folder, model, Math.min(baselines, samples), seed, progress);
    }

    private void estimate(
            Gradients model,
            Tensor input,
            Target target,
            List<Tensor> pictures,
            float[] values,
            int offset,
            Progress progress)
            throws EngineException, CancelledException {
        double[] places = places();
        int item = input.data().length;
        double[] sum = new double[item];
        PlannedBatches.run(model, samples, progress, (from, to, part) -> {
            Tensor points = input.repeat(to - from);
            for (int sample = from; sample < to; sample++) {
                float[] start = pictures.get(sample % pictures.size()).data();
                mix(points.data(), (sample - from) * item, start, (float) places[sample]);
            }
            float[] gradient = model.gradient(points, target, part).input().data();
            for (int i = 0; i < gradient.length; i++) {
                float[] start =
                        pictures.get((from + i / item) % pictures.size()).data();
                sum[i % item] += (double) gradient[i] * (input.data()[i % item] - start[i % item]);
            }
        });
        for (int i = 0; i < item; i++) {
            values[offset + i] = (float) (sum[i] / samples);
        }
    }

    /** Moves the copy of the picture at an offset towards the baseline, so that this share of the way is left. */
    private static void mix(float[] points, int offset, float[] start, float share) {
        for (int i = 0; i < start.length; i++) {
            points[offset + i] = start[i] + share * (points[offset + i] - start[i]);
        }
    }

    /** Where on the path each sample lies, 0 to 1. */
    private double[] places() {
        List<Integer> parts = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            parts.add(i);
        }
        Collections.shuffle(parts, new Random(seed));
        SplittableRandom random = new SplittableRandom(seed);
        return parts.stream()
                .mapToDouble(part -> (part + random.nextDouble()) / samples)
                .toArray();
    }

    private Completeness completeness(
            Gradients model, Subject subject, List<Tensor> pictures, Tensor channels, Progress progress)
            throws EngineException, CancelledException {
        Target target = subject.target();
        Tensor own = model.logits(subject.input(), progress.part(0, 0));
        double[] weights = new double[pictures.size()];
        for (int sample = 0; sample < samples; sample++) {
            weights[sample % weights.length] += 1.0 / samples;
        }
        double[] mean = new double[1];
        PlannedBatches.run(model, pictures.size(), progress, (from, to, part) -> {
            Tensor logits = model.logits(Tensor.concat(pictures.subList(from, to)), part);
            for (int i = from; i < to; i++) {
                mean[0] += weights[i] * target.value(logits.data(), (i - from) * logits.itemSize());
            }
        });
        double sum = 0;
        for (float value : channels.data()) {
            sum += value;
        }
        return new Completeness(sum, target.value(own.data(), 0) - mean[0]);
    }
}
