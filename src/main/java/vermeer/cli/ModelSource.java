package vermeer.cli;

import java.nio.file.Path;
import java.util.Optional;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.ModelException;
import vermeer.model.OpenModel;

/** Opens model files. */
@FunctionalInterface
interface ModelSource {

    /**
     * Opens a model.
     *
     * @param profile the file that says how a picture becomes its input; where empty it is found or guessed
     */
    OpenModel open(Path file, Optional<Path> profile, Progress progress)
            throws ModelException, EngineException, CancelledException;
}
