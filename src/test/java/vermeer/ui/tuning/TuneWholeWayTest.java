package vermeer.ui.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;
import vermeer.job.LaneJobRunner;
import vermeer.train.ToyTraining;
import vermeer.ui.job.JobViewModel;
import vermeer.ui.preference.ThemeChoice;
import vermeer.ui.shell.Look;
import vermeer.ui.tuning.data.DataView;
import vermeer.ui.tuning.run.Run;
import vermeer.ui.tuning.run.RunState;
import vermeer.ui.tuning.run.RunView;
import vermeer.ui.workbench.Workbench;

/** From a folder over a tuned network and its judgement to the advice, with a tiny network that is really trained. */
@ExtendWith(ApplicationExtension.class)
@Timeout(400)
class TuneWholeWayTest {
    @TempDir
    static Path home;

    private LaneJobRunner runner;
    private Path photos;
    private Tuning tuning;

    @Start
    void start(Stage stage) throws Exception {
        photos = ToyTraining.photos(home.resolve("photos"), 10, "lying, a class with quite a long name", "🐝 standing");
        runner = new LaneJobRunner(Platform::runLater, job -> {});
        Workbench workbench = new Workbench(TunedServices.in(home), runner, new JobViewModel());
        workbench.opening().onModel(ToyTraining.model(home));
        tuning = new Tuning(workbench);
        TuningView view = new TuningView(tuning);
        Look.apply(ThemeChoice.LIGHT, view);
        stage.setScene(new Scene(view, 1200, 760));
        stage.show();
    }

    @Stop
    void stop() {
        runner.close();
    }

    @Test
    void fromAFolderToTheAdvice(FxRobot robot) throws Exception {
        DataView data = robot.lookup(".data-step").queryAs(DataView.class);
        robot.interact(() -> data.model().choose(photos));
        until(() -> robot.lookup(".class-line").queryAll().size() == 2);
        robot.clickOn("#photos-0");
        until(() -> !robot.lookup(".pinnable").queryAll().isEmpty());
        robot.clickOn(".pinnable");
        assertEquals(1, tuning.pins().all().size());
        until(() -> !robot.lookup("#step-train").query().isDisabled());
        robot.clickOn("#step-train");

        RunView train = robot.lookup(".run-step").queryAs(RunView.class);
        until(() -> !robot.lookup("#run-start").query().isDisabled());
        robot.interact(() -> {
            train.model().change("epochs", "4");
            train.model().change("learning-rate", "0.05");
        });
        robot.clickOn("#run-start");
        until(() -> !train.model().queue().runs().isEmpty());
        Run run = train.model().queue().runs().get(0);
        until(() -> run.stateProperty().get() == RunState.DONE
                || run.stateProperty().get() == RunState.FAILED);
        assertEquals("", run.problemProperty().get());
        assertEquals(4, run.epochs().size());
        assertTrue(Files.isRegularFile(run.folder().model()));
        assertTrue(text(robot, "#run-status").contains("The network is"), text(robot, "#run-status"));
        until(() -> !run.pinned().isEmpty());

        robot.clickOn("#step-results");
        robot.clickOn("#judge");
        until(() -> robot.lookup("#cell-0-0").tryQuery().isPresent());
        robot.clickOn("#step-advice");
        until(() -> robot.lookup("#advice").tryQuery().isPresent());
        assertTrue(text(robot, "#advice").length() > 10, text(robot, "#advice"));
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(180, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
