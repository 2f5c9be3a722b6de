package vermeer.session;

/** A session cannot be opened or replayed; the message is one sentence that says which, what is wrong, and what to do. */
public final class SessionException extends Exception {
    private static final long serialVersionUID = 1L;

    public SessionException(String message) {
        super(message);
    }
}
