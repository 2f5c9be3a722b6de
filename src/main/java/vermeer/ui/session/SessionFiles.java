package vermeer.ui.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import vermeer.job.CancelledException;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;
import vermeer.job.Progress;
import vermeer.session.FileProblem;
import vermeer.session.Recovery;
import vermeer.session.RecoveryFolder;
import vermeer.session.Session;
import vermeer.session.SessionException;
import vermeer.session.SessionFile;
import vermeer.ui.notice.Notices;

/** Saves sessions, keeps what is not saved, and reads them again. */
public final class SessionFiles {
    private final SessionViewModel session;
    private final JobRunner runner;
    private final Notices notices;
    private final Keeping keeping;
    private final FileHashes hashes = new FileHashes();
    private Consumer<MissingFiles> onMissing = missing -> missing.open();
    private SessionState kept;
    private JsonNode keptViews;
    private FileTime written;

    SessionFiles(SessionViewModel session, RecoveryFolder folder, JobRunner runner, Notices notices) {
        this.session = session;
        this.runner = runner;
        this.notices = notices;
        this.keeping = new Keeping(folder);
    }

    /** Asks the user about files of a session that are missing or have changed. */
    public void onMissing(Consumer<MissingFiles> ask) {
        onMissing = ask;
    }

    /** What was read of a file. */
    private record Read(Session session, List<FileProblem> problems, FileTime written) {}

    /** Whether these are one session to be opened rather than pictures. */
    public static boolean isSession(List<Path> files) {
        return files.size() == 1
                && String.valueOf(files.get(0).getFileName())
                        .toLowerCase(Locale.ROOT)
                        .endsWith("." + SessionFile.EXTENSION);
    }

    /** Begins a session without pictures; the model stays open. */
    public void begin() {
        written = null;
        show(Session.empty(), Optional.empty(), false);
        forgetKept();
    }

    /** Opens a session in place of this one. */
    public void open(Path path) {
        runner.submit(new JobRequest<>(
                "Open " + path.getFileName(),
                Lane.IO,
                progress -> {
                    Session read = SessionFile.read(path);
                    return new Read(read, FileProblem.in(read, progress), Files.getLastModifiedTime(path));
                },
                read -> {
                    review(read.session(), read.problems(), whole -> {
                        written = read.written();
                        show(whole, Optional.of(path), !whole.equals(read.session()));
                        forgetKept();
                    });
                },
                notices.failing("Opening " + path.getFileName())));
    }

    /** Opens what a window that is gone has left; it stays until this window keeps it. */
    public void recover(RecoveryFolder.Left left) {
        Recovery recovery = left.recovery();
        runner.submit(new JobRequest<>(
                "Recover a session",
                Lane.IO,
                progress -> {
                    boolean overtaken = recovery.origin().isPresent()
                            && modified(recovery.origin().get())
                                    .map(FileTime::toInstant)
                                    .filter(recovery.changed()::isBefore)
                                    .isPresent();
                    written = recovery.origin().flatMap(SessionFiles::modified).orElse(null);
                    List<FileProblem> problems = FileProblem.in(recovery.session(), progress);
                    return new Recovered(problems, overtaken);
                },
                found -> review(recovery.session(), found.problems(), whole -> {
                    if (found.overtaken()) {
                        notices.warn("The file '" + recovery.origin().get().getFileName()
                                + "' is newer than what was kept; save this under another name.");
                    }
                    show(whole, found.overtaken() ? Optional.empty() : recovery.origin(), true);
                    keep(left::discard);
                }),
                notices.failing("Recovering a session")));
    }

    private record Recovered(List<FileProblem> problems, boolean overtaken) {}

    /** Looks for what windows that are gone have left. */
    public void findLeft(Consumer<List<RecoveryFolder.Left>> onFound) {
        runner.submit(new JobRequest<>(
                "Look for sessions that were not saved",
                Lane.IO,
                progress -> keeping.folder().left(),
                left -> {
                    if (!left.isEmpty()) {
                        onFound.accept(left);
                    }
                },
                notices.failing("Looking for sessions that were not saved")));
    }

    /**
     * Saves the session.
     *
     * @param onSaved called when the file holds it
     */
    public void save(Path path, Runnable onSaved) {
        SessionState state = session.state();
        JsonNode views = session.views();
        boolean same = path.equals(session.fileProperty().get());
        FileTime known = written;
        runner.submit(new JobRequest<>(
                "Save " + path.getFileName(),
                Lane.IO,
                progress -> {
                    if (same
                            && known != null
                            && modified(path).filter(now -> !now.equals(known)).isPresent()) {
                        throw new SessionException("'" + path.getFileName()
                                + "' has been changed by another window or program since; save under another name.");
                    }
                    SessionFile.write(state.session(hashes, views, progress), path);
                    return modified(path).orElse(null);
                },
                now -> {
                    written = now;
                    session.saved(state, path);
                    forgetKept();
                    notices.succeed("Saved as " + path + ".");
                    onSaved.run();
                },
                notices.failing("Saving " + path.getFileName())));
    }

    /** Keeps what is not saved in the recovery file; to be called every now and then. */
    public void keep() {
        keep(() -> {});
    }

    private void keep(Runnable onKept) {
        if (!session.unsavedProperty().get()) {
            if (kept != null) {
                forgetKept();
            }
            return;
        }
        SessionState state = session.state();
        JsonNode views = session.views();
        if (state.equals(kept) && views.equals(keptViews)) {
            return;
        }
        kept = state;
        keptViews = views;
        Optional<Path> origin = Optional.ofNullable(session.fileProperty().get());
        Instant changed = Instant.now();
        runner.submit(new JobRequest<>(
                "Keep the session",
                Lane.IO,
                progress -> keeping.keep(new Recovery(state.session(hashes, views, progress), origin, changed)),
                done -> onKept.run(),
                notices.failing("Keeping the session")));
    }

    /** Forgets what was kept, as the window closes in peace. */
    public void close() {
        keeping.close();
    }

    private void forgetKept() {
        kept = null;
        keptViews = null;
        runner.submit(new JobRequest<>(
                "Forget the kept session",
                Lane.IO,
                progress -> {
                    keeping.discard();
                    return true;
                },
                done -> {},
                notices.failing("Forgetting the kept session")));
    }

    private void review(Session read, List<FileProblem> problems, Consumer<Session> onWhole) {
        if (problems.isEmpty()) {
            onWhole.accept(read);
        } else {
            onMissing.accept(new MissingFiles(read, problems, runner, notices, onWhole));
        }
    }

    private void show(Session shown, Optional<Path> path, boolean recovered) {
        Set<String> refused = new LinkedHashSet<>();
        List<Asked> maps = new ArrayList<>(SessionMaps.of(shown, refused));
        refused.forEach(notices::warn);
        session.restore(shown, path, recovered, maps);
    }

    private static Optional<FileTime> modified(Path path) {
        try {
            return Optional.of(Files.getLastModifiedTime(path));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** For the report: the files' hashes, read once. */
    FileHashes hashes() {
        return hashes;
    }

    /** The session as it is, with its files' hashes. */
    Session session(SessionState state, Progress progress) throws CancelledException {
        return state.session(hashes, session.views(), progress);
    }
}
