package vermeer.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;
import vermeer.dream.ToyNetworks;
import vermeer.engine.Engine;
import vermeer.ui.job.JobViewModel;
import vermeer.ui.opening.FileModelOpener;
import vermeer.ui.shell.WindowFrame;
import vermeer.ui.workbench.Services;
import vermeer.ui.workbench.Workbench;

/** The workspaces Dream and Network in the window, with a network from a file. */
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class DreamAndNetworkWindowTest {
    @TempDir
    static Path home;

    private static Path picture;

    private final JobViewModel jobs = new JobViewModel();
    private FxJobRunner runner;
    private Workbench workbench;

    @BeforeAll
    static void write() throws Exception {
        picture = Pictures.write(Pictures.redSquare(), home.resolve("red.png"));
        try (Engine engine = Engine.start()) {
            ToyNetworks.colours(engine, home).close();
        }
    }

    @Start
    void start(Stage stage) {
        runner = new FxJobRunner(jobs);
        Services toys = ToyServices.in(home, List.of(picture));
        workbench = new Workbench(
                new Services(
                        toys.decoder(),
                        new FileModelOpener(List.of()),
                        toys.methods(),
                        toys.folders(),
                        toys.samples(),
                        toys.zoo(),
                        toys.cache()),
                runner,
                jobs);
        workbench.start(List.of(), Optional.of(home.resolve("colours.onnx")));
        runner.open(() -> new WindowFrame(workbench, stage)::show);
    }

    @Stop
    void stop() {
        runner.close();
    }

    @Test
    void aDreamDrawsItselfAndCanBeStopped(FxRobot robot) throws Exception {
        until(() -> robot.lookup(".class-bar").queryAll().size() == 3);
        robot.clickOn("#workspace-button-dream");
        robot.clickOn("#dream-deepdream");
        steps(robot, "2");
        robot.clickOn("#dream-make");
        ImageView shown = robot.lookup("#dream-picture").query();
        until(() ->
                shown.getImage() != null && !robot.lookup("#dream-stop").query().isVisible());
        assertEquals(96, (int) shown.getImage().getWidth());
        robot.clickOn("#dream-activation-maximisation");
        robot.interact(
                () -> robot.lookup("#setting-steps").queryTextInputControl().setText("4096"));
        robot.clickOn("#dream-class-search").write("blue");
        robot.clickOn("#dream-make");
        until(() -> robot.lookup("#dream-stop").query().isVisible()
                && jobs.busyProperty().get());
        robot.clickOn("#dream-stop");
        until(() -> !jobs.busyProperty().get());
        assertTrue(robot.lookup("#dream-make").query().isVisible());
    }

    @Test
    void aChosenLayerShowsItsFeatureMaps(FxRobot robot) throws Exception {
        until(() -> robot.lookup(".class-bar").queryAll().size() == 3);
        robot.clickOn("#workspace-button-network");
        robot.clickOn("#network-search").write("relu\n");
        until(() -> robot.lookup("#feature-maps")
                        .queryAs(FlowPane.class)
                        .getChildren()
                        .size()
                == 3);
        assertTrue(box(robot, "Relu").getPseudoClassStates().contains(PseudoClass.getPseudoClass("chosen")));
        int open = robot.lookup(".block-box").queryAll().size();
        robot.clickOn("#close-block");
        until(() -> robot.lookup(".block-box").queryAll().size() < open);
        robot.doubleClickOn(box(robot, " nodes"));
        until(() -> robot.lookup(".block-box").queryAll().size() == open);
        robot.clickOn("#network-search").eraseText(4);
        robot.clickOn(box(robot, "Conv"));
        until(() -> robot.lookup("#feature-maps")
                        .queryAs(FlowPane.class)
                        .getChildren()
                        .size()
                == 3);
        robot.clickOn("#order-activation");
        until(() -> robot.lookup("#feature-maps")
                        .queryAs(FlowPane.class)
                        .getChildren()
                        .size()
                == 3);
        assertTrue(robot.lookup("#survey-folder").query().isVisible());
    }

    private static Node box(FxRobot robot, String kind) {
        return robot.lookup(".block-box").queryAll().stream()
                .filter(box -> box.getAccessibleText().contains(kind))
                .findFirst()
                .orElseThrow();
    }

    private static void steps(FxRobot robot, String count) {
        robot.interact(() -> {
            TextField field = robot.lookup("#setting-steps").queryAs(TextField.class);
            field.setText(count);
            field.fireEvent(new ActionEvent());
        });
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> {
            try {
                return condition.call();
            } catch (org.testfx.service.query.EmptyNodeQueryException notYet) {
                return false;
            }
        });
    }
}
