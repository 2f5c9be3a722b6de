package vermeer.ui.opening;

import java.nio.file.Path;
import vermeer.job.Progress;
import vermeer.ui.investigation.Network;

/** Opens a model file of any known format. */
@FunctionalInterface
public interface ModelOpener {

    /**
     * Opens a model.
     *
     * @throws Exception whose message is one sentence: which file, what is wrong, what to do
     * @apiNote Long-running; call on the compute lane.
     */
    Network open(Path file, Progress progress) throws Exception;
}
