package vermeer.job;

/** A job met the end of memory, of the stack, or a broken installation. The message is for the user. */
public final class JobFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    JobFailedException(String title, Error cause) {
        super(message(title, cause), cause);
    }

    private static String message(String title, Error cause) {
        if (cause instanceof OutOfMemoryError) {
            return title + " needs more memory than Vermeer may use ("
                    + (Runtime.getRuntime().maxMemory() >> 20)
                    + " MB); close other models or start Vermeer with a larger -Xmx.";
        }
        if (cause instanceof StackOverflowError) {
            return title + " is nested too deeply to be computed.";
        }
        return title + " needs a part of Vermeer that is missing or does not load; install Vermeer again.";
    }
}
