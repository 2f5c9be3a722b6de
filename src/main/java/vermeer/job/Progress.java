package vermeer.job;

/**
 * What a long computation tells its caller, and what the caller tells it: how far it has come, and whether to stop.
 *
 * <p>All methods may be called from any thread.
 */
public interface Progress {

    /** Reports {@code done} of {@code total} units of work; the units are the computation's own. */
    void report(long done, long total);

    /** Whether the user wants the computation to stop. Computations look at it between batches. */
    boolean cancelled();

    /**
     * Registers an action that stops what cannot look at {@link #cancelled()} by itself, such as a native call. It runs
     * at once if the computation is already cancelled, on the thread that cancels otherwise.
     *
     * @return closing it withdraws the action
     */
    Registration onCancel(Runnable action);

    /** Ends the computation where the user cancelled it. */
    default void checkCancelled() throws CancelledException {
        if (cancelled()) {
            throw new CancelledException();
        }
    }

    /** The part of this progress that covers the units {@code from} to {@code to} of {@code total}. */
    default Progress part(double from, double to) {
        return new PartialProgress(this, from, to);
    }

    /** A progress that nobody watches and nobody cancels. */
    static Progress none() {
        return new Unwatched();
    }

    /** Withdraws an action registered with {@link #onCancel}. */
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
