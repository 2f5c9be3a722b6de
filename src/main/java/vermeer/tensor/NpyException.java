package vermeer.tensor;

/** A {@code .npy} file cannot be read; the message is one sentence that says which, what is wrong, and what to do. */
public final class NpyException extends Exception {
    private static final long serialVersionUID = 1L;

    public NpyException(String message) {
        super(message);
    }

    public NpyException(String message, Throwable cause) {
        super(message, cause);
    }
}
