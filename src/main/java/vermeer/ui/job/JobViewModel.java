package vermeer.ui.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import vermeer.job.Job;
import vermeer.job.JobListener;

/** The job that the job bar shows: of those that run, the one that began last and says how far it is. */
public final class JobViewModel implements JobListener {
    private final List<Runnable> onCancel = new ArrayList<>();
    private final Set<Job> live = new LinkedHashSet<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper timeLeft = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(-1);

    @Override
    public void changed(Job job) {
        if (job.state().finished()) {
            live.remove(job);
        } else {
            live.add(job);
        }
        Job shown = shown();
        busy.set(shown != null);
        title.set(shown == null ? "" : shown.title());
        share.set(shown == null ? -1 : shown.progress().share().orElse(-1.0));
        timeLeft.set(
                shown == null
                        ? ""
                        : shown.progress().timeLeft().map(JobViewModel::text).orElse(""));
    }

    /** Has an action run whenever the user cancels, for work that is a row of jobs. */
    public void onCancel(Runnable action) {
        onCancel.add(action);
    }

    /** Cancels what is shown. */
    public void cancel() {
        onCancel.forEach(Runnable::run);
        Job shown = shown();
        if (shown != null) {
            shown.cancel();
        }
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** The time left for people; empty while it cannot be told. */
    public ReadOnlyStringProperty timeLeftProperty() {
        return timeLeft.getReadOnlyProperty();
    }

    /** The share done, 0 to 1; negative while unknown. */
    public ReadOnlyDoubleProperty shareProperty() {
        return share.getReadOnlyProperty();
    }

    private Job shown() {
        Job last = null;
        for (Job job : live) {
            if (last == null || job.progress().total() > 0 || last.progress().total() <= 0) {
                last = job;
            }
        }
        return last;
    }

    /** A time for people. */
    public static String text(Duration left) {
        long seconds = Math.max(1, Math.round(left.toMillis() / 1000.0));
        if (seconds < 60) {
            return seconds + " s left";
        }
        return seconds < 3600
                ? seconds / 60 + " min " + seconds % 60 + " s left"
                : seconds / 3600 + " h " + seconds % 3600 / 60 + " min left";
    }
}
