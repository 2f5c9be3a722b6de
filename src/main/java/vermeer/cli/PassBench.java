package vermeer.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import vermeer.engine.EngineException;
import vermeer.engine.Session;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.OpenModel;
import vermeer.tensor.Tensor;

/**
 * Measures actions against bare forward passes, turn and turn about, so that what else the machine does falls on both: some bare
 * passes, the action, and again, until the time for it is spent. The least time of each counts.
 */
final class PassBench implements AutoCloseable {
    private static final int MOST_ROUNDS = 12;
    private static final int LEAST_ROUNDS = 2;
    private static final double SECONDS = 4;
    private static final int BARE_RUNS = 12;

    private final CountedModel counted;
    private final Session session;
    private final String logits;
    private final String input;
    private final List<Tensor> batches = new ArrayList<>();
    private final Progress progress;

    PassBench(Surroundings surroundings, OpenModel model) throws EngineException {
        counted = CountedModel.of(model);
        session = surroundings.engine().get().open(model.graph());
        logits = model.logitsValue();
        input = model.graph().inputs().get(0).name();
        progress = surroundings.progress();
        for (int batch : new TreeSet<>(List.of(1, model.scores().plannedBatch()))) {
            batches.add(randomPictures(model, batch));
        }
    }

    /** The model, for actions; what they run is counted. */
    CountedModel model() {
        return counted;
    }

    /** Measures an action. */
    PassReport.Entry measure(String name, Stopwatch.Action action) throws EngineException, CancelledException {
        bare();
        double first = time(action);
        counted.passes().reset();
        double least = Double.MAX_VALUE;
        double bare = Double.MAX_VALUE;
        double spent = first;
        int forwards = 0;
        int gradients = 0;
        for (int round = 0; round < MOST_ROUNDS && (round < LEAST_ROUNDS || spent < 1000 * SECONDS); round++) {
            progress.checkCancelled();
            bare = Math.min(bare, bare());
            counted.passes().reset();
            double time = time(action);
            forwards = counted.passes().forwards();
            gradients = counted.passes().gradients();
            least = Math.min(least, time);
            spent += time;
        }
        return new PassReport.Entry(name, least, bare, forwards, gradients);
    }

    /** Milliseconds a picture of a bare forward pass, at the batch at which it is fastest. */
    private double bare() throws EngineException, CancelledException {
        double least = Double.MAX_VALUE;
        for (int run = 0; run < BARE_RUNS; run++) {
            Tensor batch = batches.get(run % batches.size());
            double time = time(() -> session.run(Map.of(input, batch), List.of(logits), progress));
            least = Math.min(least, time / batch.batch());
        }
        return least;
    }

    private static double time(Stopwatch.Action action) throws EngineException, CancelledException {
        long started = System.nanoTime();
        action.run();
        return (System.nanoTime() - started) / 1e6;
    }

    /** Pictures of random levels as the network reads them. */
    static Tensor randomPictures(OpenModel model, int count) {
        int[] shape = model.scores().inputShape();
        Tensor pictures = Tensor.zeros(count, shape[0], shape[1], shape[2]);
        float[] black = model.scores().inputValue(0);
        float[] white = model.scores().inputValue(255);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < pictures.data().length; i++) {
            pictures.data()[i] = (float) (black[0] + (white[0] - black[0]) * random.nextDouble());
        }
        return pictures;
    }

    @Override
    public void close() {
        session.close();
    }
}
