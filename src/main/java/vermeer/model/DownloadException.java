package vermeer.model;

/** A file could not be fetched or is not the right one. The message is one sentence for the user. */
public final class DownloadException extends Exception {
    private static final long serialVersionUID = 1L;

    public DownloadException(String message) {
        super(message);
    }

    public DownloadException(String message, Throwable cause) {
        super(message, cause);
    }
}
