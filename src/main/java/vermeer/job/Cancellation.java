package vermeer.job;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** The {@link Progress} of one job that can be cancelled once, from any thread. */
public final class Cancellation implements Progress {
    private final BiConsumer<Long, Long> listener;
    private final List<Runnable> actions = new ArrayList<>();
    private volatile boolean cancelled;

    /** @param listener told done and total units; must return quickly */
    public Cancellation(BiConsumer<Long, Long> listener) {
        this.listener = listener;
    }

    /** A cancellation whose progress nobody watches. */
    public Cancellation() {
        this((done, total) -> {});
    }

    /** Asks the job to stop and runs the registered actions. Cancelling twice is cancelling once. */
    public void cancel() {
        List<Runnable> toRun;
        synchronized (actions) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            toRun = List.copyOf(actions);
            actions.clear();
        }
        toRun.forEach(Runnable::run);
    }

    @Override
    public void report(long done, long total) {
        listener.accept(done, total);
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    @Override
    public Registration onCancel(Runnable action) {
        synchronized (actions) {
            if (!cancelled) {
                actions.add(action);
                return () -> withdraw(action);
            }
        }
        action.run();
        return () -> {};
    }

    private void withdraw(Runnable action) {
        synchronized (actions) {
            actions.remove(action);
        }
    }
}
