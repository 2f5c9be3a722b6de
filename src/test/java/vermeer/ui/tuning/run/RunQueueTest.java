package vermeer.ui.tuning.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vermeer.train.EpochReport;
import vermeer.train.RunFolder;
import vermeer.train.ToyTraining;
import vermeer.train.loop.TrainedWeights;
import vermeer.ui.tuning.ToyWindow;

/** Runs one after the other with real worker processes: waiting, pausing, found again after a restart. */
@Timeout(400)
class RunQueueTest {
    @TempDir
    Path home;

    private Path photos;
    private ToyWindow window;
    private RunViewModel model;

    @BeforeEach
    void open() throws Exception {
        photos = ToyTraining.photos(home.resolve("photos"), 5, "lying", "standing");
        openWindow();
    }

    private void openWindow() throws Exception {
        window = new ToyWindow(home);
        window.use(photos);
        model = window.on(() -> new RunViewModel(window.tuning()));
        window.until(() -> !model.cuts().cutsProperty().isEmpty());
    }

    @AfterEach
    void close() {
        window.close();
    }

    private Run add(int epochs, int seed) throws Exception {
        return window.on(() -> {
            model.change("epochs", Integer.toString(epochs));
            model.change("seed", Integer.toString(seed));
            model.change("batch", "4");
            model.cuts().want("block");
            model.start();
            assertEquals("", model.problemProperty().get());
            return model.queue().runs().get(model.queue().runs().size() - 1);
        });
    }

    private void until(Run run, RunState state) throws Exception {
        window.until(() -> run.state() == state);
    }

    private static float[] weights(RunFolder run) throws Exception {
        return TrainedWeights.read(run).weights().get("last_weights").toFloats();
    }

    @Test
    void runsFollowEachOtherKeepTheirCurvesAndWatchingPinnedPhotosChangesNothing() throws Exception {
        window.on(() -> {
            window.tuning().pins().addOneOfEach(window.tuning().dataProperty().get());
            return true;
        });
        Run watched = add(4, 3);
        Run later = add(3, 4);
        Run next = add(4, 3);
        window.on(() -> {
            assertEquals(RunState.WAITING, next.state());
            model.queue().move(next, -1);
            assertEquals(List.of(watched, next, later), model.queue().runs());
            assertFalse(model.queue().canMove(next, -1), "the first one is being trained");
            model.queue().remove(later);
            return true;
        });
        until(watched, RunState.DONE);
        window.until(() -> !watched.pinned().isEmpty());
        window.on(() -> {
            List.copyOf(window.tuning().pins().all())
                    .forEach(pin -> window.tuning().pins().remove(pin.file()));
            return true;
        });
        until(next, RunState.DONE);
        assertEquals(List.of(watched, next), model.queue().runs());
        assertEquals(4, watched.epochs().size());
        assertEquals(10, watched.figuresProperty().get().judged().orElseThrow().pictures());
        assertArrayEquals(weights(next.folder()), weights(watched.folder()), "to the bit");
        PinnedRow row = watched.pinned().get(watched.pinned().size() - 1);
        assertEquals(2, row.maps().size());
        assertEquals("lying", row.maps().get(0).explained());
        assertTrue(row.method().startsWith("Grad-CAM"), row.method());
        assertFalse(Files.exists(watched.folder().path().resolve("pinned.onnx")));
    }

    @Test
    void aRunThatWasPausedIsFoundAfterARestartAndEqualsTheUnbrokenOne() throws Exception {
        Run unbroken = add(20, 0);
        Run paused = add(20, 0);
        Run waiting = add(2, 7);
        window.on(() -> {
            paused.epochs().addListener((ListChangeListener<EpochReport>) change -> {
                if (paused.state() == RunState.TRAINING) {
                    model.queue().pause();
                }
            });
            return true;
        });
        until(unbroken, RunState.DONE);
        until(paused, RunState.PAUSED);
        window.on(() -> {
            assertEquals(RunState.WAITING, waiting.state(), "nothing follows a run that is paused");
            model.queue().remove(waiting);
            return true;
        });
        window.until(() -> new RememberedRuns(home.resolve("runs.json")).read().size() == 2);
        close();
        openWindow();
        window.until(() -> !model.queue().runs().isEmpty());
        assertEquals(2, model.queue().runs().size());
        Run found = model.queue().runs().get(1);
        assertEquals(RunState.PAUSED, found.state());
        assertTrue(found.statusProperty().get().contains("of 20 epochs are done"), found.statusProperty()::get);
        assertEquals(RunState.DONE, model.queue().runs().get(0).state());
        assertEquals(20, model.queue().runs().get(0).epochs().size());
        window.on(() -> {
            model.queue().resume(found, false);
            return true;
        });
        until(found, RunState.DONE);
        assertEquals(20, found.epochs().size());
        assertArrayEquals(weights(unbroken.folder()), weights(found.folder()), "to the bit");
    }
}
