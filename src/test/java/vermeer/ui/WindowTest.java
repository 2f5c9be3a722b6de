package vermeer.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;
import vermeer.ui.investigation.ShownMap;
import vermeer.ui.job.JobViewModel;
import vermeer.ui.preference.ThemeChoice;
import vermeer.ui.shell.WindowFrame;
import vermeer.ui.workbench.Workbench;

@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class WindowTest {
    @TempDir
    static Path home;

    private static Path picture;
    private static Path other;

    private final JobViewModel jobs = new JobViewModel();
    private FxJobRunner runner;
    private Workbench workbench;
    private Stage stage;

    @BeforeAll
    static void pictures() throws IOException {
        picture = Pictures.write(Pictures.redAndBlueSquare(), home.resolve("red and blue.png"));
        other = Pictures.write(Pictures.blueSquare(), home.resolve("blue.png"));
    }

    @Start
    void start(Stage stage) throws IOException {
        Files.deleteIfExists(home.resolve("preferences.json"));
        this.stage = stage;
        runner = new FxJobRunner(jobs);
        workbench = new Workbench(ToyServices.in(home, List.of(picture)), runner, jobs);
        workbench.start(List.of(), Optional.empty());
        runner.open(() -> new WindowFrame(workbench, stage)::show);
    }

    @BeforeEach
    void samplePhotoIsClassified(FxRobot robot) throws Exception {
        until(() -> robot.lookup(".class-bar").queryAll().size() == 3);
    }

    @AfterEach
    void quiet() {
        workbench.investigation().cancel();
    }

    @Stop
    void stop() {
        runner.close();
    }

    @Test
    void clickOnAClassExplainsItAndTheMapSaysWhatItIs(FxRobot robot) throws Exception {
        robot.clickOn("blue jay");
        until(() -> finishedMapOf("blue jay"));
        assertEquals("Grad-CAM", text(robot, ".map-title .method"));
        assertEquals("blue jay", text(robot, ".map-title .target"));
        until(() -> robot.lookup("#colour-bar").query().isVisible());
    }

    @Test
    void keysChooseClassesAndChangeTheOverlay(FxRobot robot) throws Exception {
        focusCanvas(robot);
        robot.write("2");
        until(() -> finishedMapOf(workbench.prediction().top().get(1).name()));
        double before = workbench.canvas().opacityProperty().get();
        robot.write("]");
        until(() -> workbench.canvas().opacityProperty().get() > before);
        robot.write("o");
        until(() -> !workbench.canvas().overlayShownProperty().get());
        robot.write("n");
        until(() -> workbench.canvas().pictureProperty().get().width() == 64);
    }

    @Test
    void methodExplainsWithItsSettingsAndAWrongOneIsRefused(FxRobot robot) throws Exception {
        robot.clickOn("#method-occlusion");
        until(() -> finishedMapOf("scarlet macaw"));
        TextInputControl window = robot.lookup("#setting-window").queryTextInputControl();
        robot.doubleClickOn(window).write("8").press(KeyCode.ENTER).release(KeyCode.ENTER);
        until(() -> !label(robot, "#setting-problem").getText().isEmpty());
        assertTrue(label(robot, "#setting-problem").getText().contains("stride"));
    }

    @Test
    void anyClassIsFoundByItsName(FxRobot robot) throws Exception {
        robot.clickOn("#class-search").write("frond");
        until(() -> workbench.prediction().found().size() == 1);
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        until(() -> workbench.investigation().targetProperty().get().index() == 2);
        assertNull(workbench.investigation().predictionProperty().get() == null ? "gone" : null);
    }

    @Test
    void escapeStopsALongJobWithinHalfASecond(FxRobot robot) throws Exception {
        robot.interact(() -> workbench.opening().onModel(home.resolve("slow.onnx")));
        until(() -> workbench.investigation().networkProperty().get().key().contains("slow")
                && workbench.investigation().predictionProperty().get() != null);
        robot.clickOn("#method-occlusion");
        until(() -> jobs.busyProperty().get() && jobs.shareProperty().get() > 0);
        long asked = System.nanoTime();
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        until(() -> !jobs.busyProperty().get());
        assertTrue(System.nanoTime() - asked < 500_000_000L * slack(), "took " + (System.nanoTime() - asked) / 1e6);
        WaitForAsyncUtils.waitForFxEvents();
        assertNull(workbench.investigation().mapProperty().get());
    }

    @Test
    void brokenFileIsOneSentenceAndNothingIsLost(FxRobot robot) throws Exception {
        Path broken = Files.write(home.resolve("broken.jpg"), new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0});
        robot.interact(() -> workbench.opening().onFiles(List.of(broken)));
        until(() -> !robot.lookup(".notification").queryAll().isEmpty());
        String sentence = workbench.notices().shown().get(0).text();
        assertTrue(sentence.contains("broken.jpg") && !sentence.contains("Exception"), sentence);
        assertEquals(
                "red and blue.png",
                workbench.investigation().pictureProperty().get().name());
    }

    @Test
    void openedPictureIsClassifiedAndExplainedByTheSameMethod(FxRobot robot) throws Exception {
        robot.clickOn("#method-grad-cam");
        until(() -> finishedMapOf("scarlet macaw"));
        robot.interact(() -> workbench.opening().onFiles(List.of(other)));
        until(() -> finishedMapOf("blue jay"));
        assertEquals(2, workbench.strip().items().size());
    }

    @Test
    void methodThatTheModelCannotSupportIsGreyedOutWithTheReason(FxRobot robot) throws Exception {
        robot.interact(() -> workbench.opening().onModel(home.resolve("scores.onnx")));
        until(() -> robot.lookup("#method-grad-cam").query().isDisabled());
        assertFalse(robot.lookup("#method-occlusion").query().isDisabled());
        assertTrue(robot.lookup("#method-grad-cam").query().getAccessibleText().contains("Toy has no gradient rule"));
    }

    @Test
    void copiedMapIsOnTheClipboard(FxRobot robot) throws Exception {
        robot.clickOn("#method-grad-cam");
        until(() -> finishedMapOf("scarlet macaw"));
        focusCanvas(robot);
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        until(() -> WaitForAsyncUtils.asyncFx(
                        () -> Clipboard.getSystemClipboard().hasImage())
                .get());
    }

    @Test
    void themeIsSwitchedAndRemembered(FxRobot robot) throws Exception {
        robot.clickOn("#theme");
        until(() -> stage.getScene().getRoot().getStyleClass().contains("dark"));
        until(() -> Files.exists(home.resolve("preferences.json")));
        assertEquals(ThemeChoice.DARK, workbench.preferences().get().theme());
        robot.clickOn("#theme");
        until(() -> stage.getScene().getRoot().getStyleClass().contains("light"));
    }

    @Test
    void sheetsOpenByKeyAndCloseByEscape(FxRobot robot) throws Exception {
        focusCanvas(robot);
        robot.press(KeyCode.F1).release(KeyCode.F1);
        until(() -> !robot.lookup(".vermeer-sheet").queryAll().isEmpty());
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        until(() -> robot.lookup(".vermeer-sheet").queryAll().isEmpty());
    }

    @Test
    void everythingNeededIsInReachInASmallWindow(FxRobot robot) throws Exception {
        robot.interact(() -> {
            stage.setWidth(900);
            stage.setHeight(600);
        });
        until(() -> stage.getScene().getWidth() <= 900);
        WaitForAsyncUtils.waitForFxEvents();
        for (String id : List.of(
                "#menu-bar",
                "#model-chip",
                "#theme",
                "#class-search",
                "#opacity",
                "#colours",
                "#overlay-toggle",
                "#regions",
                "#draw-box",
                "#canvas",
                "#provider")) {
            Node node = robot.lookup(id).query();
            var bounds = node.localToScene(node.getBoundsInLocal());
            assertTrue(
                    bounds.getMinX() >= 0
                            && bounds.getMaxX() <= stage.getScene().getWidth() + 1
                            && bounds.getMaxY() <= stage.getScene().getHeight() + 1
                            && bounds.getWidth() > 0,
                    id + " lies at " + bounds);
        }
    }

    @Test
    void everyControlHasATextForThoseWhoCannotSeeIt(FxRobot robot) {
        for (Node node : robot.lookup(".button-icon").queryAll()) {
            assertTrue(
                    node.getAccessibleText() != null
                            && !node.getAccessibleText().isBlank(),
                    node.toString());
        }
        assertTrue(robot.lookup("#canvas").query().getAccessibleText() != null);
    }

    private boolean finishedMapOf(String target) {
        ShownMap map = workbench.investigation().mapProperty().get();
        return map != null && !map.unfinished() && map.target().name().equals(target);
    }

    private static void focusCanvas(FxRobot robot) {
        robot.interact(() -> robot.lookup("#canvas").query().requestFocus());
    }

    private static Label label(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Label.class);
    }

    private static String text(FxRobot robot, String query) {
        return ((Labeled) robot.lookup(query).query()).getText();
    }

    /** Builds that share their machine with others may take longer. */
    private static int slack() {
        return Runtime.getRuntime().availableProcessors() < 4 ? 3 : 1;
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
