package vermeer.attribution;

import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Gradients;
import vermeer.model.Target;
import vermeer.setting.Help;
import vermeer.tensor.Tensor;

/**
 * The gradient of the target with respect to every value of the input, raw and signed; the map known as saliency map or
 * vanilla gradient.
 */
public record Gradient(@Help("How the channels of a pixel become one value.") Reduction reduce)
        implements ChannelMethod {

    public Gradient() {
        this(Reduction.MAX_ABS);
    }

    @Override
    public String name() {
        return "gradient";
    }

    @Override
    public String title() {
        return "Gradient";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "Where a tiny change of a pixel changes the class's logit most: the sensitivity of the answer.",
                "How much a pixel contributed to the logit. Maps look noisy because the gradient changes quickly from"
                        + " one pixel to the next, and it is near zero where the network is saturated.",
                "1 gradient pass.",
                "Simonyan, Vedaldi, Zisserman: Deep inside convolutional networks (2013)");
    }

    @Override
    public String meaning() {
        return "gradient of the logit";
    }

    @Override
    public Tensor channels(Gradients model, Tensor batch, Target target, Progress progress)
            throws EngineException, CancelledException {
        return model.gradient(batch, target, progress).input();
    }
}
