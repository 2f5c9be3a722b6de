package vermeer.attribution;

import java.util.List;
import java.util.Optional;
import vermeer.engine.EngineException;
import vermeer.graph.gradient.RuleTable;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Gradients;
import vermeer.model.ImageModel;
import vermeer.model.Target;
import vermeer.setting.Help;
import vermeer.tensor.Tensor;

/** Deconvnet: the gradient, but at every ReLU negative values are cut off and the forward pass is not looked at. */
public record Deconvnet(@Help("How the channels of a pixel become one value.") Reduction reduce)
        implements ChannelMethod {

    public Deconvnet() {
        this(Reduction.MAX_ABS);
    }

    @Override
    public String name() {
        return "deconvnet";
    }

    @Override
    public String title() {
        return "Deconvnet";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "Which patterns the units on the way to the class respond to, projected back into the picture.",
                "Why the network chose this class: like guided backpropagation, the map is hardly sensitive to the"
                        + " model's weights.",
                "1 gradient pass.",
                "Zeiler, Fergus: Visualizing and understanding convolutional networks (2014)");
    }

    @Override
    public String meaning() {
        return "deconvnet signal of the logit";
    }

    @Override
    public Optional<String> unavailable(ImageModel model) {
        return model.gradients()
                .map(gradients -> gradients.unavailable(RuleTable.DECONVNET))
                .orElseGet(() -> Optional.of(model.noGradientReason()));
    }

    @Override
    public Tensor channels(Gradients model, Tensor batch, Target target, Progress progress)
            throws EngineException, CancelledException {
        return model.gradient(batch, target, RuleTable.DECONVNET, List.of(), progress)
                .input();
    }
}
