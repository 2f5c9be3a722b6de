package vermeer.session;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Sha256;

/**
 * A file of a session that is not what it was.
 *
 * @param file as the session knows it
 * @param kind what is wrong
 */
public record FileProblem(FileReference file, Kind kind) {

    /** What can be wrong with a file. */
    public enum Kind {
        /** It is not where it was. */
        MISSING,
        /** It is there and cannot be opened. */
        UNREADABLE,
        /** It holds other bytes than it did. */
        CHANGED
    }

    /** What is wrong and what to do, in one sentence. */
    public String sentence() {
        return switch (kind) {
            case MISSING -> "'" + file.path() + "' is not there any more; say where it is now.";
            case UNREADABLE -> "'" + file.path() + "' cannot be opened; allow it to be read, or say where a copy is.";
            case CHANGED ->
                "'" + file.path() + "' has changed since it was added to the session; say where the file of then is.";
        };
    }

    /** What is wrong with a file; empty where it holds what it held. Reads the whole file. */
    public static Optional<FileProblem> of(FileReference file) {
        if (!Files.isRegularFile(file.path())) {
            return Optional.of(new FileProblem(file, Kind.MISSING));
        }
        Optional<String> digest = Sha256.of(file.path());
        if (digest.isEmpty()) {
            return Optional.of(new FileProblem(file, Kind.UNREADABLE));
        }
        return digest.get().equals(file.sha256()) ? Optional.empty() : Optional.of(new FileProblem(file, Kind.CHANGED));
    }

    /** What is wrong with a session's files, the model's first. */
    public static List<FileProblem> in(Session session, Progress progress) throws CancelledException {
        List<FileReference> files = session.files();
        List<FileProblem> problems = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            progress.checkCancelled();
            of(files.get(i)).ifPresent(problems::add);
            progress.report(i + 1L, files.size());
        }
        return List.copyOf(problems);
    }
}
