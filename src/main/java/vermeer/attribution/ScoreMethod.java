package vermeer.attribution;

import java.util.Optional;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.ImageModel;
import vermeer.model.Scores;

/** A method that needs nothing but scores, so it explains every model. */
public non-sealed interface ScoreMethod extends AttributionMethod {

    Attribution explain(Scores model, Subject subject, Sketch sketch, Progress progress)
            throws EngineException, CancelledException;

    @Override
    default Attribution explain(ImageModel model, Subject subject, Sketch sketch, Progress progress)
            throws EngineException, CancelledException {
        return explain(model.scores(), subject, sketch, progress);
    }

    @Override
    default Optional<String> unavailable(ImageModel model) {
        return Optional.empty();
    }
}
