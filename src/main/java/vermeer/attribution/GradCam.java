package vermeer.attribution;

import vermeer.setting.Help;

/** Grad-CAM: the feature maps of a layer, each weighted by the mean of its gradient, summed; negative sums become zero. */
public record GradCam(
        @Help(CamLayers.HELP) String layer,
        @Help("Whether places that speak against the class become zero.") boolean relu)
        implements GradientCam {

    public GradCam() {
        this(CamLayers.AUTOMATIC, true);
    }

    @Override
    public String name() {
        return "grad-cam";
    }

    @Override
    public String title() {
        return "Grad-CAM";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "Which regions the last feature maps mark as typical of the class: the coarse place of the evidence.",
                "Fine detail: the map has only the layer's few rows and columns. Its values have no unit; with the"
                        + " mean of the gradient as weight, regions that the network does not use can be marked too.",
                "1 gradient pass.",
                "Selvaraju and others: Grad-CAM: visual explanations from deep networks (2017)");
    }

    @Override
    public double[] combine(FeatureMaps activations, FeatureMaps gradients) {
        return activations.weightedSum(gradients::mean);
    }
}
