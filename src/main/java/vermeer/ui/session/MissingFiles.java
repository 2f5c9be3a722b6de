package vermeer.ui.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;
import vermeer.model.Sha256;
import vermeer.session.FileProblem;
import vermeer.session.FileReference;
import vermeer.session.Session;
import vermeer.ui.notice.Notices;

/** The files of a session that are not what they were; the user says where each is now, or does without it. */
public final class MissingFiles {
    private final JobRunner runner;
    private final Notices notices;
    private final Consumer<Session> onWhole;
    private final Session session;
    private final List<Row> rows;

    /** One file, and what stands in for it. */
    public static final class Row {
        private final FileProblem problem;
        private final ReadOnlyObjectWrapper<FileReference> found = new ReadOnlyObjectWrapper<>();
        private final ReadOnlyStringWrapper state;

        Row(FileProblem problem) {
            this.problem = problem;
            this.state = new ReadOnlyStringWrapper(problem.sentence());
        }

        public FileProblem problem() {
            return problem;
        }

        /** The file that stands in for it; null while there is none, and it is left out. */
        public ReadOnlyObjectProperty<FileReference> foundProperty() {
            return found.getReadOnlyProperty();
        }

        /** What is wrong with it, or what stands in for it, in one sentence. */
        public ReadOnlyStringProperty stateProperty() {
            return state.getReadOnlyProperty();
        }

        private void find(FileReference file) {
            found.set(file);
            state.set(
                    file.sha256().equals(problem.file().sha256())
                            ? "Found as '" + file.path() + "'."
                            : "'" + file.path() + "' holds other bytes than then, so maps may differ.");
        }
    }

    MissingFiles(
            Session session, List<FileProblem> problems, JobRunner runner, Notices notices, Consumer<Session> onWhole) {
        this.session = session;
        this.runner = runner;
        this.notices = notices;
        this.onWhole = onWhole;
        this.rows = problems.stream().map(Row::new).toList();
    }

    /** One a file, the model's first. */
    public List<Row> rows() {
        return rows;
    }

    /** Whether this file is the session's model. */
    public boolean model(Row row) {
        return session.model().filter(row.problem().file()::equals).isPresent();
    }

    /** Takes this file in place of the missing one; other missing files that lie beside it are found as well. */
    public void locate(Row row, Path path) {
        List<Row> others = rows.stream()
                .filter(each -> each != row && each.foundProperty().get() == null)
                .toList();
        runner.submit(new JobRequest<>(
                "Read " + path.getFileName(),
                Lane.IO,
                progress -> {
                    Map<Row, FileReference> found = new HashMap<>();
                    reference(path).ifPresent(file -> found.put(row, file));
                    for (Row other : others) {
                        Path beside = path.resolveSibling(other.problem().file().name());
                        if (Files.isRegularFile(beside)) {
                            reference(beside)
                                    .filter(file -> file.sha256()
                                            .equals(other.problem().file().sha256()))
                                    .ifPresent(file -> found.put(other, file));
                        }
                    }
                    return found;
                },
                found -> {
                    found.forEach(Row::find);
                    if (!found.containsKey(row)) {
                        notices.fail("'" + path + "' cannot be read; choose another file.");
                    }
                },
                notices.failing("Reading " + path.getFileName())));
    }

    /** Takes a file that has changed as it is now. */
    public void accept(Row row) {
        locate(row, row.problem().file().path());
    }

    /** Opens the session with what was found, and without what was not. */
    public void open() {
        Session whole = session;
        for (Row row : rows) {
            FileReference found = row.foundProperty().get();
            whole = found == null
                    ? whole.without(row.problem().file())
                    : whole.with(row.problem().file(), found);
        }
        onWhole.accept(whole);
    }

    private static Optional<FileReference> reference(Path path) {
        return Sha256.of(path).map(digest -> new FileReference(path, digest));
    }
}
