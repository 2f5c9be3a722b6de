package vermeer.attribution;

import java.util.Optional;
import vermeer.engine.EngineException;
import vermeer.graph.gradient.RuleTable;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Gradients;
import vermeer.model.ImageModel;

/** A class activation map whose weights come from the gradient at its layers; one pass serves them all. */
interface GradientCam extends GradientMethod {

    /** The layers, as {@link CamLayers} understands them. */
    String layer();

    /** Whether negative values become zero. */
    boolean relu();

    /** One value a place, before {@link #relu()}; the gradients have the activations' shape. */
    double[] combine(FeatureMaps activations, FeatureMaps gradients);

    @Override
    default Optional<String> unavailable(ImageModel model) {
        return model.gradients().isPresent()
                ? CamLayers.unavailable(model.activations(), layer())
                : Optional.of(model.noGradientReason());
    }

    @Override
    default Attribution explain(Gradients model, Subject subject, Sketch sketch, Progress progress)
            throws EngineException, CancelledException {
        progress.checkCancelled();
        CamLayers layers = CamLayers.choose(model, layer());
        Gradients.Gradient answer =
                model.gradient(subject.input(), subject.target(), RuleTable.STANDARD, layers.values(), progress);
        return layers.attribution(
                layer -> {
                    progress.checkCancelled();
                    return combine(
                            FeatureMaps.of(answer.activations().get(layer.value()), 0, layer),
                            FeatureMaps.of(answer.gradients().get(layer.value()), 0, layer));
                },
                subject,
                relu(),
                title());
    }
}
