package vermeer.data;

/** Labelled pictures cannot be used as asked; the message is one sentence: which file or class, what is wrong, what to do. */
public final class DataException extends Exception {
    private static final long serialVersionUID = 1L;

    public DataException(String message) {
        super(message);
    }

    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
