package vermeer.job;

/** What a job does, away from the thread that asked for it. */
@FunctionalInterface
public interface Work<T> {

    /**
     * Does the work.
     *
     * @param progress told how far it is; says whether to stop
     * @throws CancelledException where it stopped because it was asked to
     * @throws Exception whose message is one sentence for the user
     */
    T run(Progress progress) throws Exception;
}
