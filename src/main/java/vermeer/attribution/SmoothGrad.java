package vermeer.attribution;

import java.util.Optional;
import java.util.SplittableRandom;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Gradients;
import vermeer.model.ImageModel;
import vermeer.model.Target;
import vermeer.setting.Help;
import vermeer.setting.Range;
import vermeer.tensor.Tensor;

/**
 * SmoothGrad: the map of a gradient method over many noisy copies of the picture, averaged; or the average of its squares,
 * or its variance (VarGrad). The noise is Gaussian and drawn sample after sample from one seed.
 */
public record SmoothGrad(
        @Help("The gradient method whose map is made smooth; it runs with its own defaults.") Wrapped method,
        @Range(min = 1, max = 1_000) @Help("Noisy copies of the picture.") int samples,
        @Range(min = 0, max = 1)
                @Help("Standard deviation of the noise, as a share of the range of the network's input.")
                double noise,
        @Help("What is made of the samples: their mean, the mean of their squares, or their variance.") Variant variant,
        @Help("Start of the random numbers; the same seed gives the same map.") long seed,
        @Help("How the channels of a pixel become one value.") Reduction reduce)
        implements ChannelMethod {

    /** The methods that can be made smooth. */
    public enum Wrapped {
        GRADIENT(new Gradient()),
        GRADIENT_X_INPUT(new GradientTimesInput()),
        INTEGRATED_GRADIENTS(new IntegratedGradients()),
        GUIDED_BACKPROP(new GuidedBackprop());

        final ChannelMethod method;

        Wrapped(ChannelMethod method) {
            this.method = method;
        }
    }

    /** What is made of the samples. */
    public enum Variant {
        /** Their mean. */
        PLAIN,
        /** The mean of their squares. */
        SQUARED,
        /** The mean of their squared distances from their mean. */
        VARIANCE
    }

    public SmoothGrad() {
        this(Wrapped.GRADIENT, 50, 0.15, Variant.PLAIN, 0, Reduction.MAX_ABS);
    }

    @Override
    public String name() {
        return "smoothgrad";
    }

    @Override
    public String title() {
        return "SmoothGrad";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "What stays of a gradient map when the picture is disturbed a little, over and over: a calmer map.",
                "The gradient at this very picture: much of what it removes is how the network really reacts. Squares"
                        + " and variance have no sign.",
                samples + " runs of the method it wraps.",
                "Smilkov, Thorat, Kim, Viégas, Wattenberg: SmoothGrad (2017); variance: Adebayo and others (2018)");
    }

    @Override
    public String meaning() {
        return switch (variant) {
            case PLAIN -> method.method.meaning() + ", mean of " + samples + " noisy copies";
            case SQUARED -> method.method.meaning() + ", squared, mean of " + samples + " noisy copies";
            case VARIANCE -> method.method.meaning() + ", variance over " + samples + " noisy copies";
        };
    }

    @Override
    public Optional<String> unavailable(ImageModel model) {
        return method.method.unavailable(model);
    }

    @Override
    public Tensor channels(Gradients model, Tensor batch, Target target, Progress progress)
            throws EngineException, CancelledException {
        int item = batch.itemSize();
        float[] values = new float[batch.data().length];
        for (int i = 0; i < batch.batch(); i++) {
            Progress part = progress.part((double) i / batch.batch(), (i + 1.0) / batch.batch());
            Moments moments = new Moments(item);
            Tensor input = batch.item(i);
            SplittableRandom random = new SplittableRandom(seed);
            double deviation = noise * range(input.data());
            PlannedBatches.run(model, samples, part, (from, to, step) -> {
                Tensor noisy = noisy(input, to - from, deviation, random);
                moments.add(method.method.channels(model, noisy, target, step).data());
            });
            moments.write(variant, samples, values, i * item);
        }
        return new Tensor(batch.shape(), values);
    }

    private static double range(float[] values) {
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        return (double) max - min;
    }

    private static Tensor noisy(Tensor input, int copies, double deviation, SplittableRandom random) {
        Tensor noisy = input.repeat(copies);
        for (int i = 0; i < noisy.data().length; i++) {
            noisy.data()[i] += (float) (deviation * random.nextGaussian());
        }
        return noisy;
    }

    /** Running mean and sum of squared deviations, a value each (Welford 1962): exact where the variance is small. */
    private static final class Moments {
        private final double[] mean;
        private final double[] deviations;
        private int count;

        Moments(int size) {
            mean = new double[size];
            deviations = new double[size];
        }

        void add(float[] samples) {
            for (int offset = 0; offset < samples.length; offset += mean.length) {
                count++;
                for (int i = 0; i < mean.length; i++) {
                    double difference = samples[offset + i] - mean[i];
                    mean[i] += difference / count;
                    deviations[i] += difference * (samples[offset + i] - mean[i]);
                }
            }
        }

        void write(Variant variant, int samples, float[] values, int offset) {
            for (int i = 0; i < mean.length; i++) {
                double variance = deviations[i] / samples;
                values[offset + i] = (float)
                        switch (variant) {
                            case PLAIN -> mean[i];
                            case SQUARED -> mean[i] * mean[i] + variance;
                            case VARIANCE -> variance;
                        };
            }
        }
    }
}
