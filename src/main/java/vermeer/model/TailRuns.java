package vermeer.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vermeer.engine.EngineException;
import vermeer.engine.Session;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

/** A tail, computed by the engine. */
final class TailRuns implements Tail {
    private final Session session;
    private final Tensor inner;
    private final Tensor logits;
    private final Map<String, Tensor> passing;
    private final Map<String, Tensor> repeated = new HashMap<>();

    /** @param passing what goes round the cut value for the picture, batches of one */
    TailRuns(Session session, Tensor inner, Tensor logits, Map<String, Tensor> passing) {
        this.session = session;
        this.inner = inner;
        this.logits = logits;
        this.passing = Map.copyOf(passing);
    }

    @Override
    public Tensor inner() {
        return inner;
    }

    @Override
    public Tensor logits() {
        return logits;
    }

    @Override
    public int plannedBatch() {
        return session.plannedBatch();
    }

    @Override
    public Tensor logits(Tensor batch, Progress progress) throws EngineException, CancelledException {
        Map<String, Tensor> inputs = new HashMap<>();
        inputs.put(session.graph().inputs().get(0).name(), batch);
        for (Map.Entry<String, Tensor> value : passing.entrySet()) {
            Tensor before = repeated.get(value.getKey());
            if (before == null || before.batch() != batch.batch()) {
                before = value.getValue().repeat(batch.batch());
                repeated.put(value.getKey(), before);
            }
            inputs.put(value.getKey(), before);
        }
        String output = session.graph().outputs().get(0).name();
        Tensor answer = session.runPlanned(inputs, List.of(output), progress).get(output);
        return answer.reshape(batch.batch(), logits.itemSize());
    }
}
