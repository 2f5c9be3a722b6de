package vermeer.attribution;

import vermeer.setting.Help;

/** XGrad-CAM: a channel's weight is the mean of its gradient, each place weighted by its share of the channel's activation. */
public record XGradCam(
        @Help(CamLayers.HELP) String layer,
        @Help("Whether places that speak against the class become zero.") boolean relu)
        implements GradientCam {
    private static final double EPSILON = 1e-7;

    public XGradCam() {
        this(CamLayers.AUTOMATIC, true);
    }

    @Override
    public String name() {
        return "x-grad-cam";
    }

    @Override
    public String title() {
        return "XGrad-CAM";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "Which regions the last feature maps mark as typical of the class, with weights that keep sensitivity"
                        + " and conservation as far as one weight a channel can.",
                "Fine detail: the map has only the layer's few rows and columns.",
                "1 gradient pass.",
                "Fu and others: Axiom-based Grad-CAM (2020)");
    }

    @Override
    public double[] combine(FeatureMaps activations, FeatureMaps gradients) {
        return activations.weightedSum(channel -> weight(activations, gradients, channel));
    }

    private static double weight(FeatureMaps activations, FeatureMaps gradients, int channel) {
        double product = 0;
        double total = 0;
        for (int cell = 0; cell < gradients.cells(); cell++) {
            product += (double) gradients.at(channel, cell) * activations.at(channel, cell);
            total += activations.at(channel, cell);
        }
        return product / (total + EPSILON);
    }
}
