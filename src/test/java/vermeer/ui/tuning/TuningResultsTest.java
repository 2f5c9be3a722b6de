package vermeer.ui.tuning;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
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
import vermeer.cli.TinyNetwork;
import vermeer.data.decision.DecisionsFile;
import vermeer.data.decision.Prepared;
import vermeer.job.LaneJobRunner;
import vermeer.job.Progress;
import vermeer.ui.job.JobViewModel;
import vermeer.ui.preference.ThemeChoice;
import vermeer.ui.shell.Look;
import vermeer.ui.workbench.Workbench;

/** From a judged network over a cell, a photo and its maps to a corrected label and the advice, by mouse and keyboard. */
@ExtendWith(ApplicationExtension.class)
@Timeout(180)
class TuningResultsTest {
    @TempDir
    static Path home;

    private LaneJobRunner runner;
    private Path photos;
    private Tuning tuning;

    @Start
    void start(Stage stage) throws Exception {
        photos = TunedServices.photos(home);
        runner = new LaneJobRunner(Platform::runLater, job -> {});
        Workbench workbench = new Workbench(TunedServices.in(home), runner, new JobViewModel());
        workbench.opening().onModel(TinyNetwork.write(home));
        tuning = new Tuning(workbench);
        tuning.use(Prepared.of(photos, Progress.none()));
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
    void fromACellToAPhotoItsMapsItsLabelAndTheAdvice(FxRobot robot) throws Exception {
        until(() -> tuning.workbench().investigation().networkProperty().get() != null);
        robot.clickOn("#step-results");
        robot.clickOn("#judge");
        until(() -> robot.lookup("#cell-0-2").tryQuery().isPresent());
        robot.clickOn("#cell-0-2");
        until(() -> text(robot, "#listing-title").startsWith("red, scarlet taken for blue, navy"));
        until(() -> robot.lookup("why red, scarlet").tryQuery().isPresent());
        assertTrue(text(robot, "#map-caption").contains("dev/red/0.png"));
        robot.clickOn("#judged-pictures").press(KeyCode.HOME).release(KeyCode.HOME);
        robot.press(KeyCode.R).release(KeyCode.R);
        until(() -> new DecisionsFile(photos).read().relabelled().equals(Map.of("dev/red/0.png", "blue")));
        robot.press(KeyCode.U).release(KeyCode.U);
        until(() -> new DecisionsFile(photos).read().relabelled().isEmpty());
        robot.clickOn("#judged-pictures").press(KeyCode.HOME).release(KeyCode.HOME);
        robot.press(KeyCode.SHIFT, KeyCode.RIGHT).release(KeyCode.RIGHT, KeyCode.SHIFT);
        robot.press(KeyCode.T)
                .release(KeyCode.T)
                .write("dim")
                .press(KeyCode.ENTER)
                .release(KeyCode.ENTER);
        until(() -> new DecisionsFile(photos)
                .read()
                .tags()
                .equals(Map.of("dim", Set.of("dev/red/0.png", "dev/red/1.png"))));
        robot.clickOn("#compare");
        until(() -> robot.lookup("#compare-opened").tryQuery().isPresent());
        robot.clickOn("#compare-opened");
        until(() -> text(robot, "#compare-problem").startsWith("Open the network to compare with first"));
        Platform.runLater(() ->
                robot.lookup("#compare-opened").query().getScene().getWindow().hide());
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#step-advice");
        until(() -> robot.lookup("#learning-curve").tryQuery().isPresent());
        assertTrue(text(robot, "#advice").startsWith("Not enough pictures to tell"), text(robot, "#advice"));
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Label.class).getText();
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
