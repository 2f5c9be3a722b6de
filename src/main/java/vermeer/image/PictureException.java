package vermeer.image;

/** A picture cannot be read; the message is one sentence that says which file, what is wrong, and what to do. */
public final class PictureException extends Exception {
    private static final long serialVersionUID = 1L;

    public PictureException(String message) {
        super(message);
    }

    public PictureException(String message, Throwable cause) {
        super(message, cause);
    }
}
