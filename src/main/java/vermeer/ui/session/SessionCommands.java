package vermeer.ui.session;

import java.nio.file.Path;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;
import vermeer.session.SessionFile;
import vermeer.ui.control.Sheets;

/** What a user has done with sessions; nothing unsaved is given up without asking. */
public final class SessionCommands {
    private static final Duration KEPT_EVERY = Duration.seconds(20);

    private final Sessions sessions;
    private final Sheets sheets;
    private final SessionPaths paths;
    private final Timeline keeping;

    public SessionCommands(Sessions sessions, Sheets sheets, SessionPaths paths) {
        this.sessions = sessions;
        this.sheets = sheets;
        this.paths = paths;
        keeping = new Timeline(new KeyFrame(KEPT_EVERY, over -> sessions.files().keep()));
        keeping.setCycleCount(Animation.INDEFINITE);
        sessions.files().onMissing(missing -> sheets.show(close -> MissingFilesSheet.of(missing, paths, close)));
    }

    /** From now on keeps what is not saved every 20 seconds, and offers what earlier windows have left. */
    public void start() {
        keeping.play();
        sessions.files().findLeft(left -> sheets.show(close -> RecoverySheet.of(left, sessions.files(), close)));
    }

    /** The window closes, and the user knows what becomes of unsaved work. */
    public void stop() {
        keeping.stop();
        sessions.files().close();
    }

    public void begin() {
        guarded("before a new one begins", () -> sessions.files().begin());
    }

    public void open() {
        paths.toOpen().ifPresent(this::open);
    }

    public void open(Path path) {
        guarded("before another one is opened", () -> sessions.files().open(path));
    }

    public void save() {
        save(() -> {});
    }

    public void saveAs() {
        saveAs(() -> {});
    }

    /** Asks what a report shall hold, and writes it. */
    public void report() {
        sheets.show(close -> ReportSheet.of(sessions.report(), paths, close));
    }

    /** Does something that ends the session, after asking where work is not saved. */
    public void guarded(String before, Runnable action) {
        if (sessions.session().unsavedProperty().get()) {
            sheets.show(close -> UnsavedSheet.of(sessions.session(), before, () -> save(action), action, close));
        } else {
            action.run();
        }
    }

    private void save(Runnable onSaved) {
        Optional<Path> file =
                Optional.ofNullable(sessions.session().fileProperty().get());
        if (file.isPresent()) {
            sessions.files().save(file.get(), onSaved);
        } else {
            saveAs(onSaved);
        }
    }

    private void saveAs(Runnable onSaved) {
        paths.toWrite("session", "session", SessionFile.EXTENSION)
                .ifPresent(path -> sessions.files().save(path, onSaved));
    }
}
