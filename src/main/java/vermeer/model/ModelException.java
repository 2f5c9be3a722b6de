package vermeer.model;

/** A model cannot be opened, or not be used as an image classifier. The message is one sentence for the user. */
public final class ModelException extends Exception {
    private static final long serialVersionUID = 1L;

    public ModelException(String message) {
        super(message);
    }

    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
