package vermeer.attribution;

import java.util.Optional;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Gradients;
import vermeer.model.ImageModel;

/** A method that needs the gradient of the target; a model with an operator that has no gradient rule cannot offer it. */
public non-sealed interface GradientMethod extends AttributionMethod {

    Attribution explain(Gradients model, Subject subject, Sketch sketch, Progress progress)
            throws EngineException, CancelledException;

    @Override
    default Attribution explain(ImageModel model, Subject subject, Sketch sketch, Progress progress)
            throws EngineException, CancelledException {
        return explain(model.gradients().orElseThrow(), subject, sketch, progress);
    }

    @Override
    default Optional<String> unavailable(ImageModel model) {
        return model.gradients().isPresent() ? Optional.empty() : Optional.of(model.noGradientReason());
    }
}
