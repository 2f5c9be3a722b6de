package vermeer.attribution;

import java.util.Arrays;
import vermeer.model.ImageModel;
import vermeer.model.Layer;

/**
 * What a method will cost before it runs, in forward passes of one picture, a gradient pass counted as so many: what a progress
 * bar and a warning need, no more. A method whose cost follows from its settings is named here; every other is taken for a few
 * passes.
 */
public final class ExpectedPasses {
    /** Forward passes that one gradient pass takes as long as; measured on MobileNetV2. */
    public static final int OF_A_GRADIENT = 4;

    private static final int OF_A_RELEVANCE_PASS = 10;
    private static final int USUAL_CHANNELS = 1_000;
    private static final int TAILS_OF_A_FORWARD = 8;

    private ExpectedPasses() {}

    /** The forward passes that a map of one picture takes about as long as; at least 1. */
    public static long of(AttributionMethod method, ImageModel model) {
        if (method instanceof ScoreMethod) {
            return forwards(method, model);
        }
        if (method instanceof ScoreCam) {
            return channels(model);
        }
        if (method instanceof AblationCam) {
            return 1 + channels(model) / TAILS_OF_A_FORWARD;
        }
        return method instanceof GradientMethod ? OF_A_GRADIENT * gradients(method) : OF_A_GRADIENT;
    }

    private static long forwards(AttributionMethod method, ImageModel model) {
        if (method instanceof Rise rise) {
            return rise.masks();
        }
        if (method instanceof Lime lime) {
            return lime.samples();
        }
        if (method instanceof KernelShap shap) {
            return shap.samples();
        }
        if (method instanceof Sobol sobol) {
            return sobol.design() * (sobol.cells() * (long) sobol.cells() + 2);
        }
        if (method instanceof Occlusion occlusion) {
            int[] shape = model.scores().inputShape();
            OcclusionGrid grid = new OcclusionGrid(
                    model.scores().layout().height(shape),
                    model.scores().layout().width(shape),
                    occlusion.window(),
                    occlusion.stride());
            return (long) grid.rows() * grid.columns();
        }
        return 1;
    }

    private static long gradients(AttributionMethod method) {
        if (method instanceof IntegratedGradients integrated) {
            return integrated.steps();
        }
        if (method instanceof GuidedIg guided) {
            return guided.steps();
        }
        if (method instanceof BlurIg blurred) {
            return blurred.steps();
        }
        if (method instanceof ExpectedGradients expected) {
            return expected.samples();
        }
        if (method instanceof SmoothGrad smooth) {
            return smooth.samples() * gradients(smooth.method().method);
        }
        if (method instanceof VarGrad variance) {
            return variance.samples();
        }
        if (method instanceof Xrai regions) {
            return 2L * regions.steps();
        }
        if (method instanceof MeaningfulPerturbation mask) {
            return mask.steps();
        }
        return method instanceof Lrp || method instanceof FullGrad || method instanceof DeepLift
                ? OF_A_RELEVANCE_PASS / 2
                : 1;
    }

    private static long channels(ImageModel model) {
        return model.activations()
                .lastFeatureMap()
                .map(Layer::shape)
                .map(shape -> (long) Arrays.stream(shape).max().orElse(1))
                .orElse((long) USUAL_CHANNELS);
    }
}
