package vermeer.attribution;

import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Gradients;
import vermeer.model.Target;
import vermeer.setting.Help;
import vermeer.tensor.Tensor;

/** The gradient of the target, multiplied value by value with the network's input. */
public record GradientTimesInput(@Help("How the channels of a pixel become one value.") Reduction reduce)
        implements ChannelMethod {

    public GradientTimesInput() {
        this(Reduction.SUM);
    }

    @Override
    public String name() {
        return "gradient-x-input";
    }

    @Override
    public String title() {
        return "Gradient × input";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "What each pixel adds to the logit if the network is taken as linear around this picture.",
                "Anything where the input is zero: a pixel of the network's mean colour is never marked, however much"
                        + " it matters.",
                "1 gradient pass.",
                "Shrikumar, Greenside, Shcherbina, Kundaje: Not just a black box (2016)");
    }

    @Override
    public String meaning() {
        return "gradient of the logit times input";
    }

    @Override
    public Tensor channels(Gradients model, Tensor batch, Target target, Progress progress)
            throws EngineException, CancelledException {
        Tensor gradient = model.gradient(batch, target, progress).input();
        float[] products = new float[gradient.data().length];
        for (int i = 0; i < products.length; i++) {
            products[i] = gradient.data()[i] * batch.data()[i];
        }
        return new Tensor(batch.shape(), products);
    }
}
