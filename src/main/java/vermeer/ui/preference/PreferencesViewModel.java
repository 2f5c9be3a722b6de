package vermeer.ui.preference;

import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;

/** The preferences in force; every change is stored. */
public final class PreferencesViewModel {
    private final PreferencesFile file;
    private final JobRunner runner;
    private final Consumer<String> onProblem;
    private final ReadOnlyObjectWrapper<Preferences> preferences;

    /** @param onProblem told in one sentence when the preferences cannot be stored */
    public PreferencesViewModel(PreferencesFile file, JobRunner runner, Consumer<String> onProblem) {
        this.file = file;
        this.runner = runner;
        this.onProblem = onProblem;
        this.preferences = new ReadOnlyObjectWrapper<>(file.load());
    }

    public ReadOnlyObjectProperty<Preferences> preferencesProperty() {
        return preferences.getReadOnlyProperty();
    }

    public Preferences get() {
        return preferences.get();
    }

    /** Changes the preferences and stores them in the background. */
    public void change(UnaryOperator<Preferences> change) {
        Preferences changed = change.apply(preferences.get());
        if (!changed.equals(preferences.get())) {
            preferences.set(changed);
            runner.submit(new JobRequest<>(
                    "Store preferences",
                    Lane.IO,
                    progress -> store(changed),
                    done -> {},
                    failure ->
                            onProblem.accept("Your preferences could not be stored; is the disk full or read-only?")));
        }
    }

    private synchronized Preferences store(Preferences changed) throws IOException {
        file.save(preferences.get());
        return changed;
    }
}
