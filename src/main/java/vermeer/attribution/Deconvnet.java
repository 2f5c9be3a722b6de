package vermeer.attribution;

import vermeer.graph.gradient.RuleTable;
import vermeer.setting.Help;

/** Deconvnet: the gradient, but at every ReLU negative values are cut off and the forward pass is not looked at. */
public record Deconvnet(@Help("How the channels of a pixel become one value.") Reduction reduce)
        implements RuleTableMethod {

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
    public RuleTable rules() {
        return RuleTable.DECONVNET;
    }
}
