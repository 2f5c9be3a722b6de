package vermeer.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Label;
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
import vermeer.attack.ToyNetwork;
import vermeer.image.Picture;
import vermeer.image.Pixels;
import vermeer.job.Progress;
import vermeer.ui.control.FileChoosing;
import vermeer.ui.investigation.OpenPicture;
import vermeer.ui.investigation.Prediction;
import vermeer.ui.job.JobViewModel;
import vermeer.ui.lab.Lab;
import vermeer.ui.lab.LabView;
import vermeer.ui.notice.Notice;
import vermeer.ui.opening.FileModelOpener;
import vermeer.ui.preference.ThemeChoice;
import vermeer.ui.shell.Look;
import vermeer.ui.workbench.Services;
import vermeer.ui.workbench.Workbench;

/** What the lab does with an attack's result: makes it small, saves it, shows it to another model. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class LabResultTest {
    @TempDir
    static Path home;

    private final JobViewModel jobs = new JobViewModel();
    private FxJobRunner runner;
    private Workbench workbench;
    private Path saved;
    private Path model;

    /** Answers in place of the system's dialogs. */
    private final class Answers extends FileChoosing {
        Answers() {
            super(() -> null);
        }

        @Override
        public Optional<Path> save(String title, String name, String extension) {
            saved = home.resolve(name + "." + extension);
            return Optional.of(saved);
        }

        @Override
        public Optional<Path> model() {
            return Optional.of(model);
        }
    }

    @Start
    void start(Stage stage) throws Exception {
        model = ToyNetwork.write(home);
        Path picture = home.resolve("toy.png");
        Pixels.of(ToyNetwork.picture()).writePng(picture);
        Services toys = ToyServices.in(home, List.of(picture));
        Services services = new Services(
                toys.decoder(),
                new FileModelOpener(List.of()),
                toys.methods(),
                toys.folders(),
                toys.samples(),
                toys.zoo(),
                toys.cache());
        runner = new FxJobRunner(jobs);
        workbench = new Workbench(services, runner, jobs);
        workbench.start(List.of(picture), Optional.of(model));
        runner.open(() -> {
            LabView view = new LabView(Lab.of(workbench), new Answers());
            Look.apply(ThemeChoice.LIGHT, view);
            stage.setScene(new Scene(view, 1000, 700));
            return stage::show;
        });
    }

    @Stop
    void stop() {
        runner.close();
    }

    @Test
    void theSmallestEpsilonIsFoundSavedReopenedAndShownToAnotherModel(FxRobot robot) throws Exception {
        until(() -> !robot.lookup("#attack-run").query().isDisabled());
        robot.clickOn("#attack-smallest");
        Label outcome = robot.lookup("#attack-outcome").queryAs(Label.class);
        until(() -> outcome.getText().startsWith("Fooled."));
        double epsilon = Double.parseDouble(
                robot.lookup("#setting-epsilon").queryTextInputControl().getText());
        assertTrue(epsilon > 0 && outcome.getText().contains("Largest change " + Math.round(epsilon) + " of 255"));

        robot.clickOn("#attack-save");
        until(() -> saved != null && Files.exists(saved));
        assertEquals(first(robot), answer(saved), "opened again it gives the same answer");

        robot.clickOn("#attack-transfer");
        until(() -> told("fragile is fooled too"));
    }

    private String answer(Path file) throws Exception {
        Picture picture = workbench.services().decoder().decode(file, Progress.none());
        return Prediction.ask(
                        OpenPicture.of(file, picture),
                        workbench.investigation().networkProperty().get(),
                        Progress.none())
                .best()
                .name();
    }

    private static String first(FxRobot robot) {
        return robot.lookup("#demo-result .top-five .row")
                .queryAll()
                .iterator()
                .next()
                .getAccessibleText()
                .split(",")[0];
    }

    private boolean told(String text) {
        return workbench.notices().shown().stream().map(Notice::text).anyMatch(said -> said.contains(text));
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
