package vermeer.ui.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vermeer.attribution.Gradient;
import vermeer.camera.Camera;
import vermeer.camera.Clip;
import vermeer.camera.VideoFrame;
import vermeer.camera.VideoSource;
import vermeer.job.DirectJobRunner;
import vermeer.job.Progress;
import vermeer.model.Target;
import vermeer.ui.Pictures;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.investigation.ToyNetwork;
import vermeer.ui.notice.Notices;

/** Cameras and videos in Live, without a toolkit, a worker or a clock. */
class MovingPicturesTest {
    private final DirectJobRunner runner = new DirectJobRunner();
    private final Notices notices = new Notices();
    private final Investigation investigation = new Investigation(runner, notices.failing("This"));
    private final List<String> asked = new ArrayList<>();
    private long time;

    /** Six frames at ten a second, red and blue in turns. */
    private final class SixFrames extends NoFrames {
        @Override
        public Optional<VideoFrame> frame(VideoSource source, double seconds, boolean mirrored, Progress progress) {
            long number = Math.round(Math.floor(seconds * 10 + 1e-6));
            asked.add(number + (mirrored ? " mirrored" : ""));
            return number > 5
                    ? Optional.empty()
                    : Optional.of(
                            new VideoFrame(number % 2 == 0 ? Pictures.redSquare() : Pictures.blueSquare(), number, 10));
        }

        @Override
        public void release(Progress progress) {
            asked.add("released");
        }
    }

    private LiveViewModel model(NoFrames frames) {
        return new LiveViewModel(investigation, null, frames, runner, notices, () -> false, () -> time);
    }

    @Test
    void aVideoRunsAtItsOwnPaceAndFramesForWhichThereIsNoTimeArePassedOver() {
        investigation.ask(new ToyNetwork());
        LiveViewModel model = model(new SixFrames());
        model.watch(new Clip(Path.of("clip.avi")));
        look(model, 0);
        assertEquals("scarlet macaw", best());
        look(model, 50);
        look(model, 100);
        assertEquals("blue jay", best());
        model.mirroredProperty().set(true);
        look(model, 410);
        assertEquals(List.of("0", "1", "4 mirrored"), asked);
        assertTrue(
                model.statusProperty().get().endsWith("pictures a second"),
                model.statusProperty().get());
        look(model, 700);
        assertTrue(model.frozenProperty().get());
        assertTrue(model.statusProperty().get().contains("has ended"));
        model.frozenProperty().set(false);
        look(model, 5_000);
        assertEquals("0 mirrored", asked.get(asked.size() - 1), "it plays again from its beginning");
    }

    @Test
    void frozenTheVideoStandsStillAndOutOfSightTheCameraIsLetGo() {
        LiveViewModel model = model(new SixFrames());
        model.watch(new Clip(Path.of("clip.avi")));
        look(model, 0);
        look(model, 100);
        model.frozenProperty().set(true);
        look(model, 400);
        model.frozenProperty().set(false);
        look(model, 490);
        model.rest();
        time = 9_000_000_000L;
        model.wake();
        look(model, 9_010);
        assertEquals(List.of("0", "1", "released", "2"), asked);
    }

    @Test
    void theAnswerAndItsMapComeTogetherAndTheChosenClassStays() {
        investigation.ask(new ToyNetwork());
        investigation.explainBy(new Gradient());
        LiveViewModel model = model(new SixFrames());
        model.watch(new Camera(0, "Webcam"));
        List<Boolean> together = new ArrayList<>();
        investigation.mapProperty().subscribe(map -> together.add(map != null));
        look(model, 0);
        Target chosen =
                investigation.predictionProperty().get().ranking().get(1).target();
        investigation.explain(chosen);
        together.clear();
        look(model, 100);
        assertEquals(chosen, investigation.targetProperty().get());
        assertEquals(chosen, investigation.mapProperty().get().target());
        assertEquals(
                investigation.pictureProperty().get(),
                investigation.mapProperty().get().prediction().picture());
        assertEquals(List.of(true), together, "the map never goes away between two frames");
    }

    @Test
    void aWorkerThatDiesIsOneSentenceAndWithoutACameraTheFolderIsOffered() {
        LiveViewModel model = model(new NoFrames());
        model.watch(new Camera(0, "Webcam"));
        look(model, 0);
        assertNull(model.sourceProperty().get());
        assertTrue(notices.shown().get(0).text().contains("The worker that reads cameras stopped"));
        assertTrue(model.statusProperty().get().contains("folder"));
        model.findCameras();
        assertTrue(model.statusProperty().get().startsWith("No camera was found"));
        assertTrue(model.statusProperty().get().contains("folder"));
    }

    private void look(LiveViewModel model, long milliseconds) {
        time = milliseconds * 1_000_000;
        model.look();
    }

    private String best() {
        return investigation.predictionProperty().get().best().name();
    }
}
