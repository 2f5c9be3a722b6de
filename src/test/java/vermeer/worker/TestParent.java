package vermeer.worker;

import java.time.Duration;
import vermeer.job.Progress;

/** A process that starts a worker, prints the worker's process id, and then waits for a task that never ends. */
public final class TestParent {
    private TestParent() {}

    public static void main(String[] arguments) throws Exception {
        Worker worker = new Worker(WorkerTest.TEST);
        worker.call("echo", "start", String.class, Duration.ofSeconds(30), Progress.none());
        System.out.println(worker.idleProcess().orElseThrow());
        worker.call("hang", "", String.class, Duration.ofMinutes(5), Progress.none());
    }
}
