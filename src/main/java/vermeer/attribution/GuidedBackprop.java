package vermeer.attribution;

import vermeer.graph.gradient.RuleTable;
import vermeer.setting.Help;

/** Guided backpropagation: the gradient, but negative values are cut off wherever it passes a ReLU on its way back. */
public record GuidedBackprop(@Help("How the channels of a pixel become one value.") Reduction reduce)
        implements RuleTableMethod {

    public GuidedBackprop() {
        this(Reduction.MAX_ABS);
    }

    @Override
    public String name() {
        return "guided-backprop";
    }

    @Override
    public String title() {
        return "Guided backpropagation";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "Fine edges and textures that excite the network's units on the way to the class.",
                "Why the network chose this class: the map is hardly sensitive to the model's weights, and changes"
                        + " little from class to class. Take it as a sharp picture of the input's structure, not as"
                        + " evidence.",
                "1 gradient pass.",
                "Springenberg, Dosovitskiy, Brox, Riedmiller: Striving for simplicity (2014); its limits: Adebayo and "
                        + "others: Sanity checks for saliency maps (2018)");
    }

    @Override
    public String meaning() {
        return "guided gradient of the logit";
    }

    @Override
    public RuleTable rules() {
        return RuleTable.GUIDED;
    }
}
