package vermeer.image;

import java.nio.file.Path;

/** A picture cannot be read; the message is one sentence that says which file, what is wrong, and what to do. */
public final class PictureException extends Exception {
    private static final long serialVersionUID = 1L;

    public PictureException(String message) {
        super(message);
    }

    public PictureException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * "FILE WRONG; REMEDY."
     *
     * @param wrong what is wrong, following the file's name: {@code is empty}
     * @param remedy what to do, as an instruction: {@code copy it again}
     */
    static PictureException of(Path file, String wrong, String remedy) {
        return of(file, wrong, remedy, null);
    }

    static PictureException of(Path file, String wrong, String remedy, Throwable cause) {
        return new PictureException(file.getFileName() + " " + wrong + "; " + remedy + ".", cause);
    }
}
