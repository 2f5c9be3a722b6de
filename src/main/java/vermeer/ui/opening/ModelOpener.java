package vermeer.ui.opening;

import java.nio.file.Path;
import vermeer.engine.Engine;
import vermeer.engine.EngineException;
import vermeer.image.InputProfile;
import vermeer.job.Progress;
import vermeer.model.ZooNetwork;
import vermeer.ui.investigation.Network;

/**
 * Opens models. What goes wrong is said in one sentence: which file, what is wrong, what to do.
 *
 * @apiNote Long-running; call on the compute lane.
 */
public interface ModelOpener {

    /** Opens a model file of any known format. */
    Network open(Path file, Progress progress) throws Exception;

    /** Opens a model file under a profile that the user has edited. */
    Network open(Path file, InputProfile edited, Progress progress) throws Exception;

    /** Builds a network of a zoo with random weights. */
    Network build(ZooNetwork network, Progress progress) throws Exception;

    /** What computes; started at the first call. Where no files are opened there is none. */
    default Engine engine() throws EngineException {
        throw new UnsupportedOperationException("nothing computes here");
    }
}
