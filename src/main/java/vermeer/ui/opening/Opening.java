package vermeer.ui.opening;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import vermeer.image.InputProfile;
import vermeer.job.CancelledException;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;
import vermeer.job.LatestJob;
import vermeer.job.Progress;
import vermeer.job.Work;
import vermeer.model.ZooNetwork;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.investigation.Network;
import vermeer.ui.notice.Notices;
import vermeer.ui.strip.StripViewModel;

/** Opens files: pictures go to the strip, a model is asked from then on. */
public final class Opening {
    private final JobRunner runner;
    private final ModelOpener models;
    private final StripViewModel strip;
    private final Investigation investigation;
    private final Notices notices;
    private final LatestJob openingModel;
    private final LatestJob openingBeside;
    private Consumer<Path> onPictures = path -> {};
    private Consumer<Path> onModel = path -> {};

    public Opening(
            JobRunner runner, ModelOpener models, StripViewModel strip, Investigation investigation, Notices notices) {
        this.runner = runner;
        this.models = models;
        this.strip = strip;
        this.investigation = investigation;
        this.notices = notices;
        this.openingModel = new LatestJob(runner);
        this.openingBeside = new LatestJob(runner);
    }

    /** Told each path of pictures and each model that was opened, to remember them. */
    public void remember(Consumer<Path> pictures, Consumer<Path> modelsOpened) {
        onPictures = pictures;
        onModel = modelsOpened;
    }

    /** Opens whatever these paths are: pictures, folders of pictures, a model. */
    public void onFiles(List<Path> paths) {
        if (!paths.isEmpty()) {
            runner.submit(new JobRequest<>(
                    "Look at " + paths.get(0).getFileName(),
                    Lane.IO,
                    progress -> FoundFiles.in(paths, progress),
                    found -> open(paths, found),
                    notices.failing("Opening " + paths.get(0))));
        }
    }

    /** Opens a model and asks it from then on; the one before stays if this one cannot be opened. */
    public void onModel(Path file) {
        ask(file.getFileName().toString(), progress -> models.open(file, progress), () -> onModel.accept(file));
    }

    /** Opens a model beside the one that is asked; whoever gets it closes it. */
    public void openBeside(Path file, Consumer<Network> onOpened) {
        openingBeside.submit(new JobRequest<Network>(
                "Open " + file.getFileName(),
                Lane.COMPUTE,
                progress -> wanted(current -> models.open(file, current), progress),
                network -> {
                    onOpened.accept(network);
                    onModel.accept(file);
                },
                notices.failing("Opening " + file.getFileName())));
    }

    /** Opens a model anew under a profile that the user has edited. */
    public void onModel(Path file, InputProfile edited) {
        ask(file.getFileName().toString(), progress -> models.open(file, edited, progress), () -> {});
    }

    /** Builds a network of a zoo with random weights and asks it from then on. */
    public void onZooNetwork(ZooNetwork network) {
        ask(network.name(), progress -> models.build(network, progress), () -> {});
    }

    private void ask(String name, Work<Network> opening, Runnable onOpened) {
        openingModel.submit(new JobRequest<Network>(
                "Open " + name,
                Lane.COMPUTE,
                progress -> wanted(opening, progress),
                network -> {
                    investigation.ask(network);
                    onOpened.run();
                },
                notices.failing("Opening " + name)));
    }

    /** A model that is no longer wanted when it is open at last is closed again. */
    private static Network wanted(Work<Network> opening, Progress progress) throws Exception {
        Network network = opening.run(progress);
        if (progress.cancelled()) {
            network.model().close();
            throw new CancelledException();
        }
        return network;
    }

    private void open(List<Path> paths, FoundFiles found) {
        if (found.cut()) {
            notices.warn("Only the first " + FoundFiles.MOST + " pictures are listed.");
        }
        if (found.pictures().isEmpty() && found.models().isEmpty()) {
            notices.warn("There are no pictures in " + paths.get(0).getFileName() + ".");
        }
        if (!found.pictures().isEmpty()) {
            strip.open(found.pictures());
            paths.stream().filter(path -> !found.models().contains(path)).forEach(onPictures);
        }
        if (found.models().size() > 1) {
            notices.warn("One model is asked at a time; "
                    + found.models().get(found.models().size() - 1).getFileName() + " is opened.");
        }
        if (!found.models().isEmpty()) {
            onModel(found.models().get(found.models().size() - 1));
        }
    }
}
