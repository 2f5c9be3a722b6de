package vermeer.attribution;

import java.util.List;
import java.util.Optional;
import vermeer.engine.EngineException;
import vermeer.graph.gradient.RuleTable;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Gradients;
import vermeer.model.ImageModel;

/** A class activation map whose weights come from the gradient at a layer; its map has that layer's rows and columns. */
interface GradientCam extends GradientMethod {

    /** The name of the layer's value, or {@link CamLayer#AUTOMATIC}. */
    String layer();

    /** Whether negative values become zero. */
    boolean relu();

    /** One value a place, before {@link #relu()}; the gradients have the activations' shape. */
    double[] combine(FeatureMaps activations, FeatureMaps gradients);

    @Override
    default Optional<String> unavailable(ImageModel model) {
        return model.gradients().isPresent()
                ? CamLayer.unavailable(model.activations(), layer())
                : Optional.of(model.noGradientReason());
    }

    @Override
    default Attribution explain(Gradients model, Subject subject, Sketch sketch, Progress progress)
            throws EngineException, CancelledException {
        progress.checkCancelled();
        CamLayer layer = CamLayer.choose(model, layer());
        String value = layer.layer().value();
        Gradients.Gradient answer =
                model.gradient(subject.input(), subject.target(), RuleTable.STANDARD, List.of(value), progress);
        FeatureMaps activations = FeatureMaps.of(answer.activations().get(value), 0, layer);
        FeatureMaps gradients = FeatureMaps.of(answer.gradients().get(value), 0, layer);
        progress.checkCancelled();
        return layer.attribution(combine(activations, gradients), activations, subject, relu(), title());
    }
}
