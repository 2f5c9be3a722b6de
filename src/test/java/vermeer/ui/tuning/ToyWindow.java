package vermeer.ui.tuning;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import vermeer.data.decision.Prepared;
import vermeer.job.LaneJobRunner;
import vermeer.job.Progress;
import vermeer.train.ToyTraining;
import vermeer.ui.job.JobViewModel;
import vermeer.ui.workbench.Workbench;

/** The parts of a window with the toy network, without a toolkit: one thread stands for the one that owns the view. */
public final class ToyWindow implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(200);

    private final ExecutorService view = Executors.newSingleThreadExecutor();
    private final LaneJobRunner runner = new LaneJobRunner(
            action -> {
                if (!view.isShutdown()) {
                    view.execute(action);
                }
            },
            job -> {});
    private final Tuning tuning;

    /** Opens a window whose preferences and runs are kept in a folder, and the toy network in it. */
    public ToyWindow(Path home) throws Exception {
        Path model = ToyTraining.model(home);
        tuning = on(() -> {
            Workbench workbench = new Workbench(TunedServices.in(home), runner, new JobViewModel());
            workbench.opening().onModel(model);
            return new Tuning(workbench);
        });
        until(() -> tuning.workbench().investigation().networkProperty().get() != null);
    }

    public Tuning tuning() {
        return tuning;
    }

    /** Works with the photos of a folder. */
    public void use(Path photos) throws Exception {
        Prepared prepared = Prepared.of(photos, Progress.none());
        on(() -> {
            tuning.use(prepared);
            return true;
        });
    }

    /** Does something on the view's thread. */
    public <T> T on(Callable<T> action) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        view.execute(() -> {
            try {
                done.complete(action.call());
            } catch (Exception failed) {
                done.completeExceptionally(failed);
            }
        });
        return done.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Waits until something holds on the view's thread. */
    public void until(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!on(condition)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not happen within " + PATIENCE.toSeconds() + " s");
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /** What still runs has nobody left to tell. */
    @Override
    public void close() {
        runner.close();
        view.shutdown();
    }
}
