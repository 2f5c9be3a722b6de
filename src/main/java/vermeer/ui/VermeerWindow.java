package vermeer.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;
import vermeer.ui.job.JobViewModel;
import vermeer.ui.shell.WindowFrame;
import vermeer.ui.workbench.Services;
import vermeer.ui.workbench.Workbench;

/** Starts the window: picture and model are opened while the toolkit still starts. */
public final class VermeerWindow {
    private final Services services;

    public VermeerWindow(Services services) {
        this.services = services;
    }

    /**
     * Opens the window and returns when it is closed.
     *
     * @param pictures files and folders to open; where there are none, the sample photos
     * @param model the model to ask; where there is none, the sample model
     */
    public void launch(List<Path> pictures, Optional<Path> model) throws InterruptedException {
        JobViewModel jobs = new JobViewModel();
        try (FxJobRunner runner = new FxJobRunner(jobs)) {
            Workbench workbench = new Workbench(services, runner, jobs);
            workbench.start(pictures, model);
            CountDownLatch closed = new CountDownLatch(1);
            Platform.startup(() -> {
                Stage stage = new Stage();
                new WindowFrame(workbench, stage).show();
                runner.toolkitStarted();
                stage.setOnHidden(hidden -> closed.countDown());
            });
            closed.await();
        } finally {
            Platform.exit();
        }
    }
}
