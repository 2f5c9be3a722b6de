package vermeer.attribution;

import java.util.Optional;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Activations;
import vermeer.model.ImageModel;

/** A method that needs inner values, but no gradient. */
public non-sealed interface ActivationMethod extends AttributionMethod {

    Attribution explain(Activations model, Subject subject, Sketch sketch, Progress progress)
            throws EngineException, CancelledException;

    @Override
    default Attribution explain(ImageModel model, Subject subject, Sketch sketch, Progress progress)
            throws EngineException, CancelledException {
        return explain(model.activations(), subject, sketch, progress);
    }

    @Override
    default Optional<String> unavailable(ImageModel model) {
        return Optional.empty();
    }
}
