package vermeer.train.loop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import vermeer.engine.Engine;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.train.RunFolder;
import vermeer.train.RunOutcome;
import vermeer.train.TrainTask;
import vermeer.train.TrainingException;
import vermeer.worker.WorkerException;
import vermeer.worker.WorkerLoop;

/** The process that trains. All that it knows and all that it learns lies in the run's folder. */
public final class TrainWorker {

    private TrainWorker() {}

    public static void main(String[] arguments) {
        // Loading the engine takes as long as some runs; it is done while the photos are looked at.
        CompletableFuture<Engine> engine = CompletableFuture.supplyAsync(TrainWorker::started);
        WorkerLoop.serve(Map.of(
                TrainTask.TRAIN,
                (task, progress) -> train(engine, task.path("folder").asText(), progress)));
    }

    private static Engine started() {
        try {
            return Engine.start();
        } catch (EngineException failed) {
            throw new CompletionException(failed);
        }
    }

    private static RunOutcome train(CompletableFuture<Engine> engine, String path, Progress progress)
            throws WorkerException, CancelledException {
        RunFolder folder = new RunFolder(Path.of(path));
        try (RunFolder.Hold hold = folder.hold();
                TrainingLoop loop = TrainingLoop.open(folder, engine.join(), progress)) {
            return loop.run(progress);
        } catch (CompletionException broken) {
            throw new WorkerException(broken.getCause().getMessage(), broken);
        } catch (TrainingException | EngineException | IOException failed) {
            throw new WorkerException(failed.getMessage(), failed);
        }
    }
}
