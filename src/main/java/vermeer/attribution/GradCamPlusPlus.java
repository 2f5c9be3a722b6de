package vermeer.attribution;

import vermeer.setting.Help;

/** Grad-CAM++: like Grad-CAM, but a channel's weight is a weighted sum of its positive gradients, so that several objects of a class count. */
public record GradCamPlusPlus(
        @Help(CamLayers.HELP) String layer,
        @Help("Whether places that speak against the class become zero.") boolean relu)
        implements GradientCam {
    private static final double EPSILON = 1e-6;

    public GradCamPlusPlus() {
        this(CamLayers.AUTOMATIC, true);
    }

    @Override
    public String name() {
        return "grad-cam-plus-plus";
    }

    @Override
    public String title() {
        return "Grad-CAM++";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "Which regions the last feature maps mark as typical of the class, also where the class occurs several"
                        + " times.",
                "Fine detail, and evidence against the class: only positive gradients count. Its values have no unit.",
                "1 gradient pass.",
                "Chattopadhay and others: Grad-CAM++: generalized gradient-based visual explanations (2018)");
    }

    @Override
    public double[] combine(FeatureMaps activations, FeatureMaps gradients) {
        return activations.weightedSum(channel -> weight(activations, gradients, channel));
    }

    private static double weight(FeatureMaps activations, FeatureMaps gradients, int channel) {
        double total = activations.mean(channel) * activations.cells();
        double weight = 0;
        for (int cell = 0; cell < gradients.cells(); cell++) {
            double gradient = gradients.at(channel, cell);
            double square = gradient * gradient;
            double share = gradient == 0 ? 0 : square / (2 * square + total * square * gradient + EPSILON);
            weight += Math.max(0, gradient) * share;
        }
        return weight;
    }
}
