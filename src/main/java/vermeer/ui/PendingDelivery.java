package vermeer.ui;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Keeps actions until the view's thread is there, so that jobs can begin while the toolkit still starts. */
final class PendingDelivery implements Executor {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private Executor thread;

    @Override
    public void execute(Runnable action) {
        Executor to;
        synchronized (this) {
            if (thread == null) {
                waiting.add(action);
                return;
            }
            to = thread;
        }
        to.execute(action);
    }

    /** From now on actions go here; those that waited go first. */
    synchronized void open(Executor executor) {
        waiting.forEach(executor::execute);
        waiting.clear();
        thread = executor;
    }
}
