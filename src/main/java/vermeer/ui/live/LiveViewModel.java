package vermeer.ui.live;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vermeer.camera.Camera;
import vermeer.camera.Clip;
import vermeer.camera.Frames;
import vermeer.camera.VideoSource;
import vermeer.image.Decoder;
import vermeer.job.Job;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.JobState;
import vermeer.job.Lane;
import vermeer.job.LatestJob;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.investigation.OpenPicture;
import vermeer.ui.notice.Notices;

/**
 * Follows a camera, a video or a folder: its newest picture becomes the one that is looked at, unless it is frozen. The next one is
 * asked for when the one before is answered and explained, so nothing piles up.
 */
public final class LiveViewModel {
    private static final String CHOOSE =
            "Choose a camera, a video, or a folder that a camera's program writes its pictures to.";

    private final Investigation investigation;
    private final Decoder decoder;
    private final Frames frames;
    private final JobRunner runner;
    private final Notices notices;
    private final BooleanSupplier drawing;
    private final LongSupplier nanoTime;
    private final LatestJob looking;
    private final LatestJob answering;
    private final ReadOnlyObjectWrapper<LiveSource> source = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Camera> cameras = FXCollections.observableArrayList();
    private final BooleanProperty frozen = new SimpleBooleanProperty();
    private final BooleanProperty mirrored = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper(CHOOSE);
    private final Pace pace = new Pace();
    private Job last;
    private int count;

    /** @param drawing whether the last picture is not drawn yet */
    public LiveViewModel(
            Investigation investigation,
            Decoder decoder,
            Frames frames,
            JobRunner runner,
            Notices notices,
            BooleanSupplier drawing) {
        this(investigation, decoder, frames, runner, notices, drawing, System::nanoTime);
    }

    LiveViewModel(
            Investigation investigation,
            Decoder decoder,
            Frames frames,
            JobRunner runner,
            Notices notices,
            BooleanSupplier drawing,
            LongSupplier nanoTime) {
        this.investigation = investigation;
        this.decoder = decoder;
        this.frames = frames;
        this.runner = runner;
        this.notices = notices;
        this.drawing = drawing;
        this.nanoTime = nanoTime;
        this.looking = new LatestJob(runner);
        this.answering = new LatestJob(runner);
        frozen.subscribe(this::freeze);
    }

    /** Follows this folder from now on; the picture that is newest already comes first. */
    public void follow(Path folder) {
        begin(new FolderSource(folder, decoder));
    }

    /** Looks at this camera, or plays this video, from now on. */
    public void watch(VideoSource chosen) {
        begin(new MovingSource(chosen, frames, mirrored::get, nanoTime));
    }

    /** Plays this video file from now on. */
    public void play(Path video) {
        watch(new Clip(video));
    }

    private void begin(LiveSource chosen) {
        stop();
        source.set(chosen);
        chosen.pause(false);
        tell();
    }

    /** Looks at nothing new any more; the last picture stays, and the camera is let go. */
    public void stop() {
        LiveSource before = source.get();
        source.set(null);
        answering.cancel();
        last = null;
        count = 0;
        pace.forget();
        frozen.set(false);
        letGo(before);
        tell();
    }

    /** While the workspace is out of sight no camera looks. */
    public void rest() {
        if (source.get() != null) {
            source.get().pause(true);
            letGo(source.get());
        }
    }

    /** The workspace is in sight again. */
    public void wake() {
        if (source.get() != null) {
            source.get().pause(frozen.get());
            pace.forget();
        }
    }

    /** The window is closing. */
    public void close() {
        frames.close();
    }

    private void letGo(LiveSource before) {
        if (before != null && before.moving()) {
            runner.submit(new JobRequest<>(
                    "Let go of " + before.name(),
                    Lane.IO,
                    progress -> {
                        frames.release(progress);
                        return before;
                    },
                    released -> {},
                    failure -> notices.fail("Letting go of " + before.name(), failure)));
        }
    }

    /** Looks for cameras; they come into {@link #cameras}, or a sentence says that there are none. */
    public void findCameras() {
        if (source.get() != null && source.get().moving()) {
            stop();
        }
        status.set("Looking for cameras …");
        runner.submit(new JobRequest<>(
                "Look for cameras",
                Lane.IO,
                frames::cameras,
                found -> {
                    cameras.setAll(found);
                    status.set(
                            found.isEmpty()
                                    ? "No camera was found: connect one and look again, or follow a folder."
                                    : status.get());
                    if (!found.isEmpty()) {
                        tell();
                    }
                },
                this::fail));
    }

    /** Looks once whether there is a new picture; called often. What the last look began is waited for. */
    public void look() {
        if (source.get() == null || frozen.get() || looking.busy() || answering.busy() || drawing.getAsBoolean()) {
            return;
        }
        if (last != null && last.state() == JobState.CANCELLED) {
            last = null;
            frozen.set(true);
            return;
        }
        LiveSource followed = source.get();
        last = looking.submit(new JobRequest<>(
                "Look at " + followed.name(),
                Lane.IO,
                followed::next,
                found -> take(followed, found),
                failure -> failed(followed, failure)));
    }

    private void take(LiveSource followed, Optional<OpenPicture> found) {
        if (source.get() != followed || frozen.get()) {
            return;
        }
        if (found.isPresent()
                && followed.moving()
                && investigation.networkProperty().get() != null) {
            answer(followed, found.get());
        } else if (found.isPresent()) {
            investigation.look(found.get());
            count();
        } else if (followed.ended()) {
            frozen.set(true);
        }
    }

    private void answer(LiveSource followed, OpenPicture picture) {
        LiveQuestion question = LiveQuestion.of(investigation, picture);
        last = answering.submit(new JobRequest<>(
                "Look at " + followed.name(),
                Lane.COMPUTE,
                question::ask,
                answer -> {
                    if (source.get() == followed && !frozen.get() && question.stillAsked(investigation)) {
                        investigation.look(answer.prediction(), answer.target(), answer.map());
                        count();
                    }
                },
                failure -> failed(followed, failure)));
    }

    private void count() {
        count++;
        pace.count(nanoTime.getAsLong());
        tell();
    }

    private void failed(LiveSource followed, Exception failure) {
        if (source.get() == followed) {
            stop();
            fail(failure);
        }
    }

    private void fail(Exception failure) {
        notices.fail("The live picture", failure);
        tell();
    }

    private void freeze(boolean still) {
        if (source.get() != null) {
            source.get().pause(still);
            pace.forget();
        }
        tell();
    }

    private void tell() {
        LiveSource at = source.get();
        if (at == null) {
            status.set(CHOOSE);
        } else if (frozen.get()) {
            status.set(
                    at.ended()
                            ? at.name() + " has ended. Press Space to play it again."
                            : "Frozen. Press Space to go on.");
        } else if (at.moving()) {
            status.set(count == 0 ? "Opening " + at.name() + " …" : at.name() + ": " + pace.text());
        } else {
            status.set(
                    count == 0
                            ? "Waiting for the first picture in " + at.name() + "."
                            : count + (count == 1 ? " picture" : " pictures") + " of " + at.name() + " so far.");
        }
    }

    /** What is looked at; null for nothing. */
    ReadOnlyObjectProperty<LiveSource> sourceProperty() {
        return source.getReadOnlyProperty();
    }

    /** The cameras that were found last. */
    public ObservableList<Camera> cameras() {
        return cameras;
    }

    /** Whether the picture in sight stays. */
    public BooleanProperty frozenProperty() {
        return frozen;
    }

    /** Whether left and right are exchanged, for the eye and for the network. */
    public BooleanProperty mirroredProperty() {
        return mirrored;
    }

    /** What is going on, in one sentence. */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }
}
