package vermeer.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
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
import vermeer.data.Fit;
import vermeer.data.decision.Decisions;
import vermeer.data.decision.DecisionsFile;
import vermeer.ui.job.JobViewModel;
import vermeer.ui.shell.WindowFrame;
import vermeer.ui.tuning.data.DataView;
import vermeer.ui.tuning.data.Photos;
import vermeer.ui.workbench.Workbench;

@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class TuneDataTest {
    @TempDir
    static Path home;

    private final JobViewModel jobs = new JobViewModel();
    private FxJobRunner runner;

    @Start
    void start(Stage stage) {
        runner = new FxJobRunner(jobs);
        Workbench workbench = new Workbench(ToyServices.in(home, List.of()), runner, jobs);
        workbench.start(List.of(), Optional.empty());
        runner.open(() -> new WindowFrame(workbench, stage)::show);
    }

    @Stop
    void stop() {
        runner.close();
    }

    private static void until(Callable<Boolean> holds) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, holds);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).<Labeled>queryAs(Labeled.class).getText();
    }

    @Test
    void fromAFolderToDecisionsWithoutADialog(FxRobot robot) throws Exception {
        Path folder = home.resolve("photos");
        for (int i = 0; i < 5; i++) {
            Photos.save(folder, "train/oak/" + i + ".png", i);
            Photos.save(folder, "train/elm/" + i + ".png", 50 + i);
        }
        Photos.save(folder, "val/oak/again.png", 2);
        until(() -> robot.lookup("#workspace-button-tune").tryQuery().isPresent());
        robot.clickOn("#workspace-button-tune");
        until(() -> robot.lookup(".data-step").tryQuery().isPresent());
        DataView view = robot.lookup(".data-step").queryAs(DataView.class);
        robot.interact(() -> view.model().choose(folder));

        until(() -> robot.lookup(".class-line").queryAll().size() == 2);
        assertTrue(text(robot, "#data-folder").contains("11 photos, 2 classes"));
        assertEquals("10 train, 1 dev.", text(robot, "#split-result"));
        until(() -> view.model().inspectionProperty().get() != null);
        robot.clickOn("#data-tab-1");
        until(() -> robot.lookup("#leave-out-copies").query().isVisible());
        robot.clickOn("#leave-out-copies");
        until(() -> text(robot, "#split-result").equals("9 train, 1 dev."));
        robot.clickOn("#data-tab-2");
        robot.clickOn("#augment");
        until(() -> robot.lookup(".augmented").queryAll().size() == 9);
        robot.interact(() -> view.model().decide(decisions -> decisions.withFit(Fit.SQUISH)));

        until(() -> new DecisionsFile(folder).read().fit() == Fit.SQUISH);
        Decisions kept = new DecisionsFile(folder).read();
        assertEquals("copy", kept.excluded().get("train/oak/2.png"));
        assertEquals(4, kept.variants().changed());
    }
}
