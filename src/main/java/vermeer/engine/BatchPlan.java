package vermeer.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vermeer.graph.Graph;
import vermeer.graph.ValueInfo;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

/**
 * How many pictures a batch of one graph holds. Larger is not always faster: once the inner values do not fit the
 * processor's caches any more, memory traffic decides. So speed is measured, once, before the first batch; after that the
 * plan stays, so that equal questions get equal answers to the bit.
 */
final class BatchPlan {
    private static final long MEASURING_NANOS = 400_000_000L;
    private static final int TIMED_RUNS = 2;

    /** A larger batch has to be this much faster a picture, because it costs memory and makes cancelling slower. */
    private static final double WORTHWHILE = 0.97;

    private final Graph graph;
    private final int largest;
    private int limit;
    private int size;

    /** @param largest the most entries that are ever tried */
    BatchPlan(Graph graph, int largest) {
        this.graph = graph;
        this.largest = largest;
        this.size = fixedBatch(graph);
    }

    /** Whether every batch has to have the planned size, because the graph takes no other. */
    boolean fixed() {
        return fixedBatch(graph) > 0;
    }

    /** The planned size; measured at the first call. */
    synchronized int size(SingleRun single) {
        if (size == 0) {
            limit = Math.min(largest, BatchMemory.largestBatch(graph));
            try {
                size = measure(single);
            } catch (EngineException | CancelledException unmeasurable) {
                size = 1;
            }
        }
        return size;
    }

    /** Remembers that a batch of this size did not fit into memory; the next one is half as large. */
    synchronized int halve(int failed) {
        size = Math.max(1, failed / 2);
        return size;
    }

    private int measure(SingleRun single) throws EngineException, CancelledException {
        long started = System.nanoTime();
        int best = 1;
        double bestNanos = Double.MAX_VALUE;
        for (int candidate = 1; candidate <= limit; candidate *= 2) {
            double expected = candidate == 1 ? 0 : (TIMED_RUNS + 1) * bestNanos * candidate;
            if (System.nanoTime() - started + expected > MEASURING_NANOS) {
                break;
            }
            double nanos = time(single, candidate) / candidate;
            if (nanos < bestNanos * WORTHWHILE) {
                best = candidate;
                bestNanos = nanos;
            } else if (nanos > bestNanos / WORTHWHILE) {
                break;
            }
        }
        return best;
    }

    /** The time of a run, in nanoseconds: the best of several after one that allocates. */
    private double time(SingleRun single, int batch) throws EngineException, CancelledException {
        Map<String, Tensor> inputs = samples(batch);
        List<String> outputs = graph.outputs().stream().map(ValueInfo::name).toList();
        single.run(inputs, outputs, Progress.none());
        long best = Long.MAX_VALUE;
        for (int i = 0; i < TIMED_RUNS; i++) {
            long started = System.nanoTime();
            single.run(inputs, outputs, Progress.none());
            best = Math.min(best, System.nanoTime() - started);
        }
        return best;
    }

    private Map<String, Tensor> samples(int batch) {
        Map<String, Tensor> inputs = new HashMap<>();
        for (ValueInfo input : graph.inputs()) {
            int[] shape = new int[input.shape().length];
            for (int i = 0; i < shape.length; i++) {
                long extent = input.shape()[i];
                shape[i] = Math.toIntExact(extent < 0 ? -extent * batch : extent);
            }
            Tensor sample = Tensor.zeros(shape);
            for (int i = 0; i < sample.data().length; i++) {
                sample.data()[i] = (i * 37 % 255 - 127) / 64f;
            }
            inputs.put(input.name(), sample);
        }
        return inputs;
    }

    /** The batch that the graph's inputs fix; 0 where it is free. */
    private static int fixedBatch(Graph graph) {
        return graph.inputs().stream()
                .filter(input -> input.shape().length > 0 && input.shape()[0] > 0)
                .mapToInt(input -> Math.toIntExact(input.shape()[0]))
                .findFirst()
                .orElse(0);
    }
}
