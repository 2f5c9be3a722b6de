package vermeer.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;
import vermeer.attack.ToyNetwork;
import vermeer.attribution.AttributionMethods;
import vermeer.image.Pixels;
import vermeer.ui.job.JobViewModel;
import vermeer.ui.opening.FileModelOpener;
import vermeer.ui.shell.WindowFrame;
import vermeer.ui.workbench.Services;
import vermeer.ui.workbench.Workbench;

/** The workspace Attack with a real network, from the rail to a fooled network, a painted picture and defences. */
@ExtendWith(ApplicationExtension.class)
@Timeout(180)
class LabTest {
    @TempDir
    static Path home;

    private static Path model;
    private static Path picture;

    private final JobViewModel jobs = new JobViewModel();
    private FxJobRunner runner;
    private Workbench workbench;

    @BeforeAll
    static void files() throws Exception {
        model = ToyNetwork.write(home);
        picture = home.resolve("toy.png");
        Pixels.of(ToyNetwork.picture()).writePng(picture);
    }

    @Start
    void start(Stage stage) {
        Services toys = ToyServices.in(home, List.of(picture));
        Services services = new Services(
                toys.decoder(),
                new FileModelOpener(List.of()),
                AttributionMethods.all(),
                toys.folders(),
                toys.samples(),
                toys.zoo(),
                toys.cache());
        runner = new FxJobRunner(jobs);
        workbench = new Workbench(services, runner, jobs);
        workbench.start(List.of(picture), Optional.of(model));
        runner.open(() -> new WindowFrame(workbench, stage)::show);
    }

    @Stop
    void stop() {
        runner.close();
    }

    @Test
    void networkIsFooledInThreeClicksAndNoiseComesAndGoesWithTheSlider(FxRobot robot) throws Exception {
        fool(robot);
        assertTrue(label(robot, "#attack-outcome").getText().startsWith("Fooled."));
        String wrong = first(robot, "#demo-result");
        assertNotEquals(first(robot, "#demo-original"), wrong);
        Slider strength = robot.lookup("#noise-strength").query();
        robot.interact(() -> strength.setValue(0));
        until(() -> first(robot, "#demo-result").equals(first(robot, "#demo-original")));
        robot.interact(() -> strength.setValue(1));
        until(() -> first(robot, "#demo-result").equals(wrong));
        robot.clickOn("#demo-maps");
        until(() -> robot.lookup("#demo-map-after .top-five .row").queryAll().size() == 3);
        robot.clickOn("#attack-present");
        until(() -> Window.getWindows().size() == 2);
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        until(() -> Window.getWindows().size() == 1);
    }

    @Test
    void brushPaintsOnThePictureAndTheNetworkIsAskedAgain(FxRobot robot) throws Exception {
        robot.clickOn("#workspace-button-attack").clickOn("#lab-corrupt");
        until(() -> image(robot, "#corrupted-picture") != null);
        Image clean = image(robot, "#corrupted-picture");
        robot.clickOn("#brush")
                .moveTo("#corrupted-picture")
                .drag()
                .moveBy(12, 4)
                .drop();
        until(() -> image(robot, "#corrupted-picture") != clean
                && !jobs.busyProperty().get());
        Image painted = image(robot, "#corrupted-picture");
        int x = (int) clean.getWidth() / 2 - 3; // where the paint, the mean colour, differs from the picture
        int y = (int) clean.getHeight() / 2;
        assertNotEquals(
                clean.getPixelReader().getArgb(x, y), painted.getPixelReader().getArgb(x, y));
        robot.clickOn("#brush-wipe");
        until(() -> image(robot, "#corrupted-picture").getPixelReader().getArgb(x, y)
                == clean.getPixelReader().getArgb(x, y));
        robot.clickOn("#break-contrast");
        until(() -> robot.lookup("#stability-strip .bar").queryAll().size() > 10);
        assertTrue(robot.lookup("#stability-strip .label").queryAll().stream()
                .anyMatch(label ->
                        ((Label) label).getText().matches("Contrast\\. (The answer changes at .+|Contrast never .+)")));
    }

    @Test
    @Tag("full")
    void defencesAreTriedOnTheLastAttack(FxRobot robot) throws Exception {
        robot.clickOn("#workspace-button-attack").clickOn("#lab-defend");
        assertTrue(robot.lookup("#defences-run").query().isDisabled());
        robot.clickOn("#lab-attack");
        fool(robot);
        robot.clickOn("#lab-defend").clickOn("#defences-run");
        GridPane table = robot.lookup("#defence-table").query();
        until(() -> table.getChildren().size() == 4 + 4 * 5);
        assertEquals(15, robot.lookup("#defence-table .verdict").queryAll().size());
    }

    private void fool(FxRobot robot) throws Exception {
        robot.clickOn("#workspace-button-attack");
        until(() -> !robot.lookup("#attack-run").query().isDisabled());
        robot.interact(
                () -> robot.lookup("#setting-epsilon").queryTextInputControl().setText("20"));
        robot.clickOn("#setting-epsilon").press(KeyCode.ENTER).release(KeyCode.ENTER);
        robot.clickOn("#attack-run");
        until(() -> !label(robot, "#attack-outcome").getText().isEmpty());
    }

    private static String first(FxRobot robot, String panel) {
        return robot.lookup(panel + " .top-five .row")
                .queryAll()
                .iterator()
                .next()
                .getAccessibleText()
                .split(",")[0];
    }

    private static Image image(FxRobot robot, String picture) {
        Node node = robot.lookup(picture).query();
        return ((ImageView) node.lookup(".image-view")).getImage();
    }

    private static Label label(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class);
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(50, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
