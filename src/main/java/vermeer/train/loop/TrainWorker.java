package vermeer.train.loop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
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
        WorkerLoop.serve(Map.of(
                TrainTask.TRAIN, (task, progress) -> train(task.path("folder").asText(), progress)));
    }

    private static RunOutcome train(String path, Progress progress) throws WorkerException, CancelledException {
        RunFolder folder = new RunFolder(Path.of(path));
        try (RunFolder.Hold hold = folder.hold();
                Engine engine = Engine.start();
                TrainingLoop loop = TrainingLoop.open(folder, engine, progress)) {
            return loop.run(progress);
        } catch (TrainingException | EngineException | IOException failed) {
            throw new WorkerException(failed.getMessage(), failed);
        }
    }
}
