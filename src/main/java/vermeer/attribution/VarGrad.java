package vermeer.attribution;

import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Gradients;
import vermeer.model.Target;
import vermeer.setting.Help;
import vermeer.setting.Range;
import vermeer.tensor.Tensor;

/** VarGrad: the variance of the gradient over noisy copies of the picture; {@link SmoothGrad} with its variance. */
public record VarGrad(
        @Range(min = 2, max = 1_000) @Help("Noisy copies of the picture.") int samples,
        @Range(min = 0, max = 1)
                @Help("Standard deviation of the noise, as a share of the range of the network's input.")
                double noise,
        @Help("Start of the random numbers; the same seed gives the same map.") long seed,
        @Help("How the channels of a pixel become one value.") Reduction reduce)
        implements ChannelMethod {

    public VarGrad() {
        this(50, 0.15, 0, Reduction.MAX_ABS);
    }

    private SmoothGrad variance() {
        return new SmoothGrad(SmoothGrad.Wrapped.GRADIENT, samples, noise, SmoothGrad.Variant.VARIANCE, seed, reduce);
    }

    @Override
    public String name() {
        return "vargrad";
    }

    @Override
    public String title() {
        return "VarGrad";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "Where the gradient changes most when the picture is disturbed: one of the few maps that beat random"
                        + " rankings when networks are retrained without the marked pixels.",
                "For or against: a variance has no sign. Its value says nothing of the size of the effect.",
                samples + " gradient passes.",
                "Adebayo and others: Local explanation methods for deep neural networks lack sensitivity to parameter"
                        + " values (2018); Hooker and others: A benchmark for interpretability methods (2019)");
    }

    @Override
    public String meaning() {
        return variance().meaning();
    }

    @Override
    public Tensor channels(Gradients model, Tensor batch, Target target, Progress progress)
            throws EngineException, CancelledException {
        return variance().channels(model, batch, target, progress);
    }
}
