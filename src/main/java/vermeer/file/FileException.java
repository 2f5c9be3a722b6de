package vermeer.file;

import java.io.IOException;

/** A file could not be written; the message is one sentence that says which, why, and what to do. */
public final class FileException extends IOException {
    private static final long serialVersionUID = 1L;

    public FileException(String message, Throwable cause) {
        super(message, cause);
    }
}
