package vermeer.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
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
import vermeer.cli.TinyNetwork;
import vermeer.session.FileReference;
import vermeer.session.SessionFile;
import vermeer.ui.job.JobViewModel;
import vermeer.ui.opening.FileModelOpener;
import vermeer.ui.session.SessionPaths;
import vermeer.ui.shell.WindowFrame;
import vermeer.ui.workbench.Services;
import vermeer.ui.workbench.Workbench;

/** From a map to its measures, the best method, a saved session and a report: the whole way in the window. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class EvidenceWindowTest {
    @TempDir
    static Path home;

    private FxJobRunner runner;
    private Workbench workbench;
    private Stage stage;
    private Path session;

    @Start
    void start(Stage shown) throws Exception {
        Path model = TinyNetwork.write(home);
        Path picture = TinyNetwork.picture(home.resolve("red.png"), 0xff2080);
        session = Files.createTempDirectory(home, "out").resolve("finding.vermeer");
        JobViewModel jobs = new JobViewModel();
        runner = new FxJobRunner(jobs);
        Services toy = ToyServices.in(home, List.of(picture));
        workbench = new Workbench(
                new Services(
                        toy.decoder(),
                        new FileModelOpener(List.of()),
                        toy.methods(),
                        toy.folders(),
                        toy.samples(),
                        toy.zoo(),
                        toy.cache()),
                runner,
                jobs);
        workbench.start(List.of(), Optional.of(model));
        stage = shown;
        runner.open(() -> new WindowFrame(workbench, shown, new Paths())::show);
    }

    @BeforeEach
    void thePictureIsAnswered(FxRobot robot) throws Exception {
        until(() -> robot.lookup(".class-bar").queryAll().size() == 3);
    }

    @Stop
    void stop() {
        runner.close();
    }

    @Test
    void aMapIsMeasuredAndTheBestMethodOpensInExplain(FxRobot robot) throws Exception {
        robot.clickOn("#workspace-button-trust");
        until(() -> !robot.lookup("#measure-all").query().isDisabled());
        robot.clickOn("#measure-all");
        until(() -> workbench.trust().measures().rows().stream()
                .allMatch(row -> row.judgementProperty().get() != null));
        until(() -> robot.lookup(".chart-view").queryAll().size() == 3);
        assertFalse(((Labeled) robot.lookup("#measure-deletion .verdict").query())
                .getText()
                .isBlank());
        robot.clickOn("#page-ranking");
        robot.clickOn("#rank");
        until(() -> !workbench.trust().ranking().busyProperty().get()
                && robot.lookup(".ranked-row").queryAll().size() == 7);
        until(() -> robot.lookup(".matrix").tryQuery().isPresent());
        robot.clickOn("#ranked-occlusion");
        until(() -> robot.lookup("#canvas").tryQuery().isPresent()
                && workbench.investigation().mapProperty().get() != null);
        assertEquals(
                "occlusion",
                workbench.investigation().mapProperty().get().method().name());
    }

    @Test
    void notesAreSavedAndUnsavedOnesAreAskedAboutAtClosing(FxRobot robot) throws Exception {
        robot.clickOn("#method-gradient");
        until(() -> workbench.sessions().session().asked().size() == 1);
        robot.clickOn("#notes");
        robot.clickOn("#session-notes").write("It is red.");
        robot.press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);
        until(() -> Files.exists(session)
                && !workbench.sessions().session().unsavedProperty().get());
        robot.clickOn("#picture-note").write("Very.");
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        until(() -> robot.lookup("#save-first").tryQuery().isPresent());
        assertTrue(stage.isShowing());
        robot.clickOn("#save-first");
        until(() -> !stage.isShowing());
        var saved = SessionFile.read(session);
        assertEquals("It is red.", saved.notes());
        assertEquals("Very.", saved.pictures().get(0).note());
        assertEquals("gradient", saved.explanations().get(0).method());
    }

    @Test
    void theReportIsWrittenFromItsSheet(FxRobot robot) throws Exception {
        robot.clickOn("#method-gradient");
        until(() -> workbench.sessions().session().asked().size() == 1);
        robot.interact(() -> robot.lookup("#canvas").query().requestFocus());
        robot.press(KeyCode.CONTROL, KeyCode.P).release(KeyCode.P, KeyCode.CONTROL);
        until(() -> robot.lookup("#write-report").tryQuery().isPresent());
        robot.clickOn("#report-sparseness");
        robot.clickOn("#write-report");
        Path html = session.resolveSibling("report.html");
        until(() -> Files.exists(html) && Files.exists(session.resolveSibling("report.pdf")));
        String text = Files.readString(html);
        assertTrue(text.contains("Gradient: red, scarlet"));
        assertTrue(text.contains("Sparseness"));
    }

    /** Answers the dialogs. */
    private final class Paths implements SessionPaths {
        @Override
        public Optional<Path> toOpen() {
            return Optional.of(session);
        }

        @Override
        public Optional<Path> toWrite(String what, String name, String extension) {
            return Optional.of(
                    extension.equals(SessionFile.EXTENSION) ? session : session.resolveSibling(name + "." + extension));
        }

        @Override
        public Optional<Path> toLocate(FileReference missing) {
            return Optional.empty();
        }
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(40, TimeUnit.SECONDS, () -> {
            try {
                return condition.call();
            } catch (EmptyNodeQueryException notYet) {
                return false;
            }
        });
    }
}
