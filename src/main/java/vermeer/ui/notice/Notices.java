package vermeer.ui.notice;

import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The notices in sight, oldest first. What a user is told is also logged, with its cause. */
public final class Notices {
    private static final int IN_SIGHT = 4;

    private final ObservableList<Notice> shown = FXCollections.observableArrayList();

    public ObservableList<Notice> shown() {
        return shown;
    }

    public void inform(String text) {
        add(new Notice(Notice.Severity.INFORMATION, text));
    }

    public void succeed(String text) {
        add(new Notice(Notice.Severity.SUCCESS, text));
    }

    public void warn(String text) {
        add(new Notice(Notice.Severity.WARNING, text));
    }

    public void fail(String text) {
        add(new Notice(Notice.Severity.ERROR, text));
    }

    /** Tells a failure's own sentence, or one about the action where the failure has none a user understands. */
    public void fail(String action, Exception failure) {
        log().warn("{} failed", action, failure);
        fail(Sentence.of(action, failure));
    }

    /** A receiver of failures of this action. */
    public Consumer<Exception> failing(String action) {
        return failure -> fail(action, failure);
    }

    public void dismiss(Notice notice) {
        shown.remove(notice);
    }

    private void add(Notice notice) {
        log().info("{}: {}", notice.severity(), notice.text());
        shown.remove(notice);
        while (shown.size() >= IN_SIGHT) {
            shown.remove(0);
        }
        shown.add(notice);
    }

    /** Asked for when there is something to say: to start the log takes a good part of the start-up. */
    private static Logger log() {
        return LoggerFactory.getLogger(Notices.class);
    }
}
