package vermeer.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
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
import org.testfx.service.query.EmptyNodeQueryException;
import org.testfx.util.WaitForAsyncUtils;
import vermeer.ui.canvas.CanvasView;
import vermeer.ui.investigation.ShownMap;
import vermeer.ui.job.JobViewModel;
import vermeer.ui.shell.WindowFrame;
import vermeer.ui.workbench.Workbench;

/** The workspace Compare, and asking why one class rather than another, the whole way. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class CompareWindowTest {
    @TempDir
    static Path home;

    private static Path first;
    private static Path second;

    private final JobViewModel jobs = new JobViewModel();
    private FxJobRunner runner;
    private Workbench workbench;

    @BeforeAll
    static void pictures() throws IOException {
        first = Pictures.write(Pictures.redAndBlueSquare(), home.resolve("red and blue.png"));
        second = Pictures.write(Pictures.blueSquare(), home.resolve("blue.png"));
    }

    @Start
    void start(Stage stage) throws IOException {
        Files.deleteIfExists(home.resolve("preferences.json"));
        runner = new FxJobRunner(jobs);
        workbench = new Workbench(ToyServices.in(home, List.of(first, second)), runner, jobs);
        workbench.start(List.of(), Optional.empty());
        runner.open(() -> new WindowFrame(workbench, stage)::show);
    }

    @BeforeEach
    void photoIsClassified(FxRobot robot) throws Exception {
        until(() -> robot.lookup(".class-bar").queryAll().size() == 3);
    }

    @Stop
    void stop() {
        runner.close();
    }

    @Test
    void gridZoomsTogetherItsCurtainIsDrawnByKeysAndMouseAndACellOpensInExplain(FxRobot robot) throws Exception {
        showGrid(robot);
        assertEquals(6, names(robot).size());
        assertTrue(
                names(robot).contains("Occlusion · scarlet macaw"), names(robot).toString());
        List<CanvasView> canvases = robot.lookup(".grid-cell > * > .canvas").queryAllAs(CanvasView.class).stream()
                .toList();
        robot.interact(canvases.get(0)::zoomIn);
        canvases.forEach(canvas -> assertEquals(canvases.get(0).outlook(), canvas.outlook()));
        assertTrue(canvases.get(0).outlook().zoom() > 1.2);
        drawCurtain(robot);
        CanvasView inSight = robot.lookup(".grid-cell > * > .canvas").queryAllAs(CanvasView.class).stream()
                .skip(1)
                .findFirst()
                .orElseThrow();
        String name = names(inSight);
        robot.clickOn(inSight);
        until(() -> robot.lookup("#map-title").tryQuery().isPresent());
        until(() -> finished(workbench.investigation().mapProperty().get()));
        ShownMap map = workbench.investigation().mapProperty().get();
        assertEquals(name, map.method().title() + " · " + map.target().name());
    }

    private static void drawCurtain(FxRobot robot) throws Exception {
        List<Node> buttons = robot.lookup(".to-curtain").queryAll().stream().toList();
        robot.clickOn(buttons.get(0)).clickOn(buttons.get(2));
        until(() -> robot.lookup("#curtain").query().isVisible());
        Node handle = robot.lookup("#curtain-handle").query();
        until(() -> handle.isFocused() && handle.getBoundsInParent().getHeight() > 200);
        WaitForAsyncUtils.waitForFxEvents();
        double middle = handle.getLayoutX();
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        until(() -> handle.getLayoutX() > middle);
        robot.drag(handle, MouseButton.PRIMARY).moveBy(-100, 0).drop();
        until(() -> handle.getLayoutX() < middle - 60);
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        until(() -> !robot.lookup("#curtain").query().isVisible());
    }

    @Test
    void secondModelIsAlignedByClassNameAndDisagreementsAreListed(FxRobot robot) throws Exception {
        robot.interact(() -> workbench
                .preferences()
                .change(old -> old.withRecentModel(home.resolve("contrary.onnx").toString())));
        robot.clickOn("#workspace-button-compare").clickOn("#axis-models");
        robot.clickOn("#model-b").clickOn("contrary.onnx");
        until(() -> robot.lookup(".aligned-row").queryAll().size() == 3);
        robot.clickOn("#survey");
        ListView<?> rows = robot.lookup("#survey-rows").queryListView();
        until(() -> rows.getItems().size() == 2);
        until(() -> !robot.lookup(".difference.large").queryAll().isEmpty());
    }

    @Test
    void classIsContrastedAndTheMapTestedAgainstABox(FxRobot robot) throws Exception {
        robot.clickOn("scarlet macaw");
        until(() -> finished(workbench.investigation().mapProperty().get()));
        robot.clickOn("#not-1");
        until(() -> text(robot, ".map-title .target").equals("scarlet macaw rather than blue jay"));
        until(() -> finished(workbench.investigation().mapProperty().get()));
        robot.interact(() -> robot.lookup("#canvas").query().requestFocus());
        robot.write("r");
        until(() -> text(robot, "#regions-summary").contains("of the evidence"));
        robot.write("b");
        Node canvas = robot.lookup("#canvas").query();
        robot.moveTo(canvas).drag(MouseButton.PRIMARY).moveBy(60, 60).drop();
        until(() -> text(robot, "#pointing-verdict").startsWith("Your box"));
        assertTrue(workbench.canvas().regions().boxProperty().get().width() > 0);
    }

    private static void showGrid(FxRobot robot) throws Exception {
        robot.clickOn("#workspace-button-compare");
        until(() -> text(robot, "#grid-progress").startsWith("Click a map"));
    }

    private static List<String> names(FxRobot robot) {
        return robot.lookup(".grid-cell .cell-name").queryAll().stream()
                .map(name -> ((Labeled) name).getText())
                .collect(Collectors.toList());
    }

    private static String names(CanvasView canvas) {
        return ((Labeled) canvas.getParent().getParent().lookup(".cell-name")).getText();
    }

    private static boolean finished(ShownMap map) {
        return map != null && !map.unfinished();
    }

    private static String text(FxRobot robot, String query) {
        return ((Labeled) robot.lookup(query).query()).getText();
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> {
            try {
                return condition.call();
            } catch (EmptyNodeQueryException notYet) {
                return false;
            }
        });
    }
}
