package vermeer.attribution;

import java.util.List;
import java.util.Optional;

/** All methods, with their default settings, in the order of the menu. A new method is one record and one line here. */
public final class AttributionMethods {
    private static final List<AttributionMethod> ALL = List.of(
            new Gradient(),
            new GradientTimesInput(),
            new IntegratedGradients(),
            new GuidedIg(),
            new BlurIg(),
            new ExpectedGradients(),
            new DeepLift(),
            new Lrp(),
            new FullGrad(),
            new SmoothGrad(),
            new VarGrad(),
            new GuidedBackprop(),
            new Deconvnet(),
            new GuidedGradCam(),
            new GradCam(),
            new GradCamPlusPlus(),
            new HiResCam(),
            new LayerCam(),
            new XGradCam(),
            new EigenCam(),
            new ScoreCam(),
            new AblationCam(),
            new Occlusion(),
            new Rise(),
            new Lime(),
            new KernelShap(),
            new Sobol(),
            new Xrai(),
            new MeaningfulPerturbation());

    private AttributionMethods() {}

    /** Every method. */
    public static List<AttributionMethod> all() {
        return ALL;
    }

    /** The method of this {@linkplain AttributionMethod#name() name}. */
    public static Optional<AttributionMethod> named(String name) {
        return ALL.stream().filter(method -> method.name().equals(name)).findFirst();
    }

    /** What a setting called {@code layer} can be instead of the names of layers. */
    public static List<String> layerChoices() {
        return List.of(CamLayers.AUTOMATIC, CamLayers.STAGES);
    }
}
