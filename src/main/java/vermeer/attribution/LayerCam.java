package vermeer.attribution;

import vermeer.setting.Help;

/** LayerCAM: each feature map times the positive part of its gradient, place by place, summed; works on early layers too. */
public record LayerCam(
        @Help(CamLayers.HELP) String layer,
        @Help("Whether places that speak against the class become zero.") boolean relu)
        implements GradientCam {

    public LayerCam() {
        this(CamLayers.AUTOMATIC, true);
    }

    @Override
    public String name() {
        return "layer-cam";
    }

    @Override
    public String title() {
        return "LayerCAM";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "Where feature maps raise the class; on earlier layers with finer detail than other class activation"
                        + " maps.",
                "Evidence against the class: negative gradients are cut off. Its values have no unit.",
                "1 gradient pass.",
                "Jiang and others: LayerCAM: exploring hierarchical class activation maps (2021)");
    }

    @Override
    public double[] combine(FeatureMaps activations, FeatureMaps gradients) {
        double[] sum = new double[activations.cells()];
        for (int channel = 0; channel < activations.channels(); channel++) {
            for (int cell = 0; cell < sum.length; cell++) {
                sum[cell] += Math.max(0.0, gradients.at(channel, cell)) * activations.at(channel, cell);
            }
        }
        return sum;
    }
}
