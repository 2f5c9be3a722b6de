package vermeer.attribution;

import vermeer.setting.Help;

/** HiResCAM: each feature map times its gradient, place by place, summed; exact for networks that end in one linear layer. */
public record HiResCam(
        @Help(CamLayers.HELP) String layer,
        @Help("Whether places that speak against the class become zero.") boolean relu)
        implements GradientCam {

    public HiResCam() {
        this(CamLayers.AUTOMATIC, true);
    }

    @Override
    public String name() {
        return "hires-cam";
    }

    @Override
    public String title() {
        return "HiResCAM";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "Where feature maps and their gradients together raise the class: only places that the network really"
                        + " used, if it ends in one linear layer after the layer.",
                "Fine detail: the map has only the layer's few rows and columns. Behind deeper heads it is an"
                        + " approximation.",
                "1 gradient pass.",
                "Draelos, Carin: Use HiResCAM instead of Grad-CAM for faithful explanations (2020)");
    }

    @Override
    public double[] combine(FeatureMaps activations, FeatureMaps gradients) {
        double[] sum = new double[activations.cells()];
        for (int channel = 0; channel < activations.channels(); channel++) {
            for (int cell = 0; cell < sum.length; cell++) {
                sum[cell] += (double) gradients.at(channel, cell) * activations.at(channel, cell);
            }
        }
        return sum;
    }
}
