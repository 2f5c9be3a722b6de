package vermeer.cli;

import java.nio.file.Path;
import java.util.Optional;
import vermeer.engine.EngineException;
import vermeer.image.InputProfile;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.ModelException;
import vermeer.model.Models;
import vermeer.model.OpenModel;

/** Opens model files, with an engine that starts when the first one is opened. */
@FunctionalInterface
interface ModelSource {

    Models models() throws EngineException;

    /**
     * Opens a model.
     *
     * @param profile the file that says how a picture becomes its input; where empty it is found or guessed
     */
    default OpenModel open(Path file, Optional<Path> profile, Progress progress)
            throws ModelException, EngineException, CancelledException {
        return models().open(file, profile, progress);
    }

    /** Opens a model under a profile that the user has edited. */
    default OpenModel open(Path file, InputProfile edited, Progress progress)
            throws ModelException, EngineException, CancelledException {
        return models().open(file, edited, progress);
    }
}
