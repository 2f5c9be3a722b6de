package vermeer.ui.zoo;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;
import vermeer.job.LatestJob;
import vermeer.job.Work;
import vermeer.model.Zoo;
import vermeer.model.ZooNetwork;
import vermeer.model.ZooNetwork.ZooFile;

/** The zoo's networks; one file at a time is fetched or checked. */
public final class ZooViewModel {
    private final Zoo zoo;
    private final Path folder;
    private final LatestJob fetching;
    private final Consumer<Path> onFile;
    private final List<ZooNetwork> networks;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /**
     * Creates the list.
     *
     * @param folder where fetched files go
     * @param onFile told a file that is whole and checked, to open it
     */
    public ZooViewModel(Zoo zoo, Path folder, JobRunner runner, Consumer<Path> onFile) {
        this.zoo = zoo;
        this.folder = folder;
        this.fetching = new LatestJob(runner);
        this.onFile = onFile;
        this.networks = zoo.networks();
    }

    public List<ZooNetwork> networks() {
        return networks;
    }

    /** Whether a file is being fetched or checked. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Why the last file could not be had, in one sentence; empty where nothing went wrong. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Fetches a network's file and opens it; what was fetched before is opened at once. */
    public void download(ZooNetwork network) {
        network.file().ifPresent(file -> run("Download " + file.name(), progress -> zoo.fetch(file, folder, progress)));
    }

    /** Opens a file that the user has, if it is the zoo's; the file is only read. */
    public void useFile(ZooNetwork network, Path mine) {
        network.file()
                .ifPresent(
                        file -> run("Check " + mine.getFileName(), progress -> zoo.iHaveTheFile(file, mine, progress)));
    }

    public void cancel() {
        fetching.cancel();
        busy.set(false);
    }

    /** Size and input on one line. */
    public static String facts(ZooNetwork network) {
        String size = network.file()
                .map(ZooFile::bytes)
                .filter(bytes -> bytes > 0)
                .map(bytes -> String.format(Locale.ROOT, "%.1f MB, ", bytes / 1e6))
                .orElse("");
        return size + "input " + network.input();
    }

    private void run(String title, Work<Path> work) {
        problem.set("");
        busy.set(true);
        fetching.submit(new JobRequest<>(
                title,
                Lane.IO,
                work,
                file -> {
                    busy.set(false);
                    onFile.accept(file);
                },
                failure -> {
                    busy.set(false);
                    problem.set(failure.getMessage());
                }));
    }
}
