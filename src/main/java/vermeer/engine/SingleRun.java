package vermeer.engine;

import java.util.List;
import java.util.Map;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

/** Runs a graph once, whatever the size of the batch. */
@FunctionalInterface
interface SingleRun {

    /** @see Session#run */
    Map<String, Tensor> run(Map<String, Tensor> inputs, List<String> outputs, Progress progress)
            throws EngineException, CancelledException;
}
