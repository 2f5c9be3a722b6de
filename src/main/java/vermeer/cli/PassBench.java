package vermeer.cli;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import vermeer.engine.EngineException;
import vermeer.engine.Session;
import vermeer.image.Layout;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.OpenModel;
import vermeer.tensor.Tensor;

/**
 * Measures actions against bare forward passes, turn and turn about, so that what else the machine does falls on both. Quick actions
 * are repeated with bare passes between, and the least time of each counts. Slow ones are stopped again and again for a few bare
 * passes, whose time is taken off, and the means count.
 */
final class PassBench implements AutoCloseable {
    /** Pixels a side of one colour, so that methods of superpixels find some. */
    private static final int PATCH = 16;

    private static final double QUICK_MILLIS = 1_000;
    private static final double SECONDS = 4;
    private static final int ROUNDS = 10;
    private static final int BARE_RUNS = 10;

    private final CountedModel counted;
    private final Session session;
    private final String logits;
    private final String input;
    private final Tensor batch;
    private final Progress progress;

    /** What is measured; it reports to the progress between its batches. */
    @FunctionalInterface
    interface Action {
        void run(Progress progress) throws EngineException, CancelledException;
    }

    PassBench(Surroundings surroundings, OpenModel model) throws EngineException, CancelledException {
        counted = CountedModel.of(model);
        session = surroundings.engine().get().open(model.graph());
        logits = model.logitsValue();
        input = model.graph().inputs().get(0).name();
        progress = surroundings.progress();
        Tensor one = randomPictures(model, 1);
        Tensor planned = randomPictures(model, model.scores().plannedBatch());
        batch = least(one) <= least(planned) ? one : planned;
    }

    /** The model, for actions; what they run is counted. */
    CountedModel model() {
        return counted;
    }

    /** Measures an action. */
    PassReport.Entry measure(String name, Action action) throws EngineException, CancelledException {
        action.run(progress);
        counted.passes().reset();
        Interleaving interleaving = new Interleaving(this, progress);
        double milliseconds = interleaving.time(action);
        int forwards = counted.passes().forwards();
        int gradients = counted.passes().gradients();
        double bare = interleaving.bare();
        if (milliseconds < QUICK_MILLIS) {
            double spent = milliseconds;
            for (int round = 0; round < ROUNDS && spent < 1000 * SECONDS; round++) {
                progress.checkCancelled();
                bare = Math.min(bare, least(batch));
                double time = time(() -> action.run(progress));
                milliseconds = Math.min(milliseconds, time);
                spent += time;
            }
        }
        return new PassReport.Entry(name, milliseconds, bare, forwards, gradients);
    }

    /** Milliseconds a picture of one bare forward pass. */
    double bare() throws EngineException, CancelledException {
        return bare(batch);
    }

    private double least(Tensor pictures) throws EngineException, CancelledException {
        double least = Double.MAX_VALUE;
        for (int run = 0; run < BARE_RUNS; run++) {
            least = Math.min(least, bare(pictures));
        }
        return least;
    }

    private double bare(Tensor pictures) throws EngineException, CancelledException {
        return time(() -> session.run(Map.of(input, pictures), List.of(logits), progress)) / pictures.batch();
    }

    private static double time(Stopwatch.Action action) throws EngineException, CancelledException {
        long started = System.nanoTime();
        action.run();
        return (System.nanoTime() - started) / 1e6;
    }

    /** Pictures of random levels as the network reads them. */
    static Tensor randomPictures(OpenModel model, int count) {
        int[] shape = model.scores().inputShape();
        Layout layout = model.scores().layout();
        Tensor pictures = Tensor.zeros(count, shape[0], shape[1], shape[2]);
        float[] black = model.scores().inputValue(0);
        float[] white = model.scores().inputValue(255);
        SplittableRandom random = new SplittableRandom(1);
        int item = shape[0] * shape[1] * shape[2];
        int across = layout.width(shape) / PATCH + 1;
        for (int picture = 0; picture < count; picture++) {
            for (int channel = 0; channel < layout.channels(shape); channel++) {
                double[] patches = random.doubles((long) across * (layout.height(shape) / PATCH + 1))
                        .toArray();
                for (int row = 0; row < layout.height(shape); row++) {
                    for (int column = 0; column < layout.width(shape); column++) {
                        double value = patches[row / PATCH * across + column / PATCH];
                        pictures.data()[picture * item + layout.index(shape, channel, row, column)] =
                                (float) (black[0] + (white[0] - black[0]) * value);
                    }
                }
            }
        }
        return pictures;
    }

    @Override
    public void close() {
        session.close();
    }
}
