package vermeer.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;
import vermeer.image.Picture;
import vermeer.ui.job.JobViewModel;
import vermeer.ui.shell.WindowFrame;
import vermeer.ui.workbench.Workbench;

/** Nothing that takes long runs on the JavaFX thread: measured as the time it computes between two actions. */
@ExtendWith(ApplicationExtension.class)
@Timeout(90)
class FxThreadTest {
    /** The aim is 50 ms, and 37 ms were seen; a shared machine with cold code is held to this. */
    private static final double MOST_MILLISECONDS = 100;

    /** A workspace's nodes are made and dressed in one go, at its first showing, here without a class-data archive. */
    private static final double MOST_AT_FIRST_SHOWING = 700;

    @TempDir
    static Path home;

    private final JobViewModel jobs = new JobViewModel();
    private FxJobRunner runner;
    private Workbench workbench;
    private Stage stage;

    @Start
    void start(Stage window) throws IOException {
        stage = window;
        runner = new FxJobRunner(jobs);
        Path small = Pictures.write(Pictures.redAndBlueSquare(), home.resolve("small.png"));
        workbench = new Workbench(ToyServices.in(home, List.of(small)), runner, jobs);
        workbench.start(List.of(), Optional.empty());
        runner.open(() -> new WindowFrame(workbench, stage)::show);
    }

    @Stop
    void stop() {
        runner.close();
    }

    @Test
    void largePictureExplanationsAndRecolouringLeaveTheWindowFree() throws Exception {
        Path large = Pictures.write(Picture.of(4000, 3000, new byte[36_000_000]), home.resolve("large.png"));
        waitFor(() -> workbench.investigation().predictionProperty().get() != null);
        explainBy("occlusion");
        explainBy("grad-cam");
        Meter meter = new Meter();
        WaitForAsyncUtils.asyncFx(() -> workbench.opening().onFiles(List.of(large)))
                .get();
        waitFor(() ->
                workbench.investigation().pictureProperty().get().picture().width() == 4000);
        waitFor(() -> workbench.investigation().mapProperty().get() != null);
        explainBy("occlusion");
        explainBy("gradient");
        WaitForAsyncUtils.asyncFx(() -> workbench.canvas().setOpacity(0.2)).get();
        WaitForAsyncUtils.asyncFx(() -> workbench.canvas().networkViewProperty().set(true))
                .get();
        double longest = meter.stop();
        assertTrue(longest < MOST_MILLISECONDS, "the JavaFX thread computed for " + longest + " ms at a stretch");
    }

    @Test
    void firstShowingOfEachWorkspaceLeavesTheWindowFree() throws Exception {
        waitFor(() -> workbench.investigation().predictionProperty().get() != null);
        explainBy("grad-cam");
        for (String id : List.of("trust", "compare", "attack", "dream", "network", "live", "tune", "explain")) {
            Meter meter = new Meter();
            WaitForAsyncUtils.asyncFx(() -> ((ToggleButton) stage.getScene().lookup("#workspace-button-" + id)).fire())
                    .get();
            WaitForAsyncUtils.waitForFxEvents();
            double longest = meter.stop();
            assertTrue(
                    longest < MOST_AT_FIRST_SHOWING,
                    id + " had the JavaFX thread compute for " + longest + " ms at a stretch");
        }
    }

    private void explainBy(String method) throws Exception {
        WaitForAsyncUtils.asyncFx(() -> workbench.method().choose(method)).get();
        waitFor(() -> workbench.investigation().mapProperty().get() != null
                && workbench.investigation().mapProperty().get().method().name().equals(method)
                && !workbench.investigation().mapProperty().get().unfinished());
    }

    private static void waitFor(java.util.concurrent.Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Asks the JavaFX thread again and again how much it has computed; other processes do not count. */
    private static final class Meter {
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private final AtomicLong longest = new AtomicLong();
        private long before = -1;
        private volatile boolean running = true;

        Meter() {
            Platform.runLater(this::measure);
        }

        private void measure() {
            long now = threads.getCurrentThreadCpuTime();
            if (before >= 0) {
                longest.accumulateAndGet(now - before, Math::max);
            }
            before = now;
            if (running) {
                Platform.runLater(this::measure);
            }
        }

        double stop() {
            running = false;
            WaitForAsyncUtils.waitForFxEvents();
            return longest.get() / 1e6;
        }
    }
}
