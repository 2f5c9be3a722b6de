package vermeer.worker;

/** A worker could not do its task, or died of it. The message is one sentence for the user. */
public final class WorkerException extends Exception {
    private static final long serialVersionUID = 1L;

    public WorkerException(String message) {
        super(message);
    }

    public WorkerException(String message, Throwable cause) {
        super(message, cause);
    }
}
