package vermeer.engine;

/** The engine could not open or run a graph. The message is one sentence for the user. */
public final class EngineException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean outOfMemory;

    public EngineException(String message) {
        this(message, null);
    }

    public EngineException(String message, Throwable cause) {
        this(message, cause, false);
    }

    public EngineException(String message, Throwable cause, boolean outOfMemory) {
        super(message, cause);
        this.outOfMemory = outOfMemory;
    }

    /** Whether memory did not suffice, so that fewer pictures at once may work. */
    public boolean outOfMemory() {
        return outOfMemory;
    }
}
