package vermeer.ui.notice;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Puts a failure into one sentence for the user. */
public final class Sentence {
    private Sentence() {}

    /** A failure's own sentence, or one about the action where it has none that a user understands. */
    public static String of(String action, Exception failure) {
        if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist any more.";
        }
        if (failure instanceof AccessDeniedException denied) {
            return denied.getFile() + " may not be read or written; check its permissions.";
        }
        if (failure instanceof FileSystemException system) {
            return action + " failed: " + system.getFile() + ": " + reason(system) + ".";
        }
        String message = failure.getMessage();
        if (failure instanceof RuntimeException || message == null || message.isBlank()) {
            return action
                    + " failed because of a mistake in Vermeer; the log has the details (Help, About Vermeer says"
                    + " where it lies).";
        }
        return message;
    }

    private static String reason(FileSystemException system) {
        return system.getReason() == null ? "it cannot be read or written" : system.getReason();
    }
}
