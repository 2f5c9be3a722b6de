package vermeer.image;

/** A profile cannot be read; the message is one sentence that says which, what is wrong, and what to do. */
public final class ProfileException extends Exception {
    private static final long serialVersionUID = 1L;

    public ProfileException(String message, Throwable cause) {
        super(message, cause);
    }
}
