package vermeer.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

/**
 * One large batch, run in planned ones.
 *
 * @param single runs the graph
 */
record BatchRun(SingleRun single, BatchPlan plan, Map<String, Tensor> inputs, List<String> outputs) {

    Map<String, Tensor> run(Progress progress) throws EngineException, CancelledException {
        int total = inputs.values().iterator().next().batch();
        if (total == 1 && !plan.fixed()) {
            return single.run(inputs, outputs, progress);
        }
        int size = plan.size(single);
        Map<String, List<Tensor>> parts = new LinkedHashMap<>();
        outputs.forEach(output -> parts.put(output, new ArrayList<>()));
        int done = 0;
        while (done < total) {
            progress.checkCancelled();
            int to = Math.min(total, done + size);
            try {
                int surplus = plan.fixed() ? size - (to - done) : 0;
                single.run(slice(done, to, total, surplus), outputs, progress)
                        .forEach((output, part) -> parts.get(output).add(without(part, surplus)));
            } catch (EngineException failed) {
                if (!failed.outOfMemory() || to - done == 1 || plan.fixed()) {
                    throw failed;
                }
                size = plan.halve(to - done);
                continue;
            }
            done = to;
            progress.report(done, total);
        }
        return joined(parts);
    }

    /** The entries of one batch; the last entry is repeated where the graph takes more than there are. */
    private Map<String, Tensor> slice(int from, int to, int total, int surplus) {
        if (from == 0 && to == total && surplus == 0) {
            return inputs;
        }
        Map<String, Tensor> sliced = new HashMap<>();
        inputs.forEach((input, tensor) -> {
            Tensor entries = tensor.slice(from, to);
            Tensor last = tensor.slice(to - 1, to);
            sliced.put(input, surplus == 0 ? entries : Tensor.concat(List.of(entries, last.repeat(surplus))));
        });
        return sliced;
    }

    private static Tensor without(Tensor part, int surplus) {
        return surplus == 0 ? part : part.slice(0, part.batch() - surplus);
    }

    private static Map<String, Tensor> joined(Map<String, List<Tensor>> parts) {
        Map<String, Tensor> outputs = new LinkedHashMap<>();
        parts.forEach((output, tensors) ->
                outputs.put(output, tensors.size() == 1 ? tensors.get(0) : Tensor.concat(tensors)));
        return outputs;
    }
}
