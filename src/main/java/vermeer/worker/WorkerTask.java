package vermeer.worker;

import com.fasterxml.jackson.databind.JsonNode;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

/** What a worker can be asked to do. */
@FunctionalInterface
public interface WorkerTask {

    /**
     * Runs in the worker's process.
     *
     * @param arguments as the caller gave them
     * @return anything that Jackson can write
     * @throws WorkerException with one sentence for the user
     */
    Object run(JsonNode arguments, Progress progress) throws WorkerException, CancelledException;
}
