package vermeer.ui.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import vermeer.image.Decoder;
import vermeer.image.PictureException;
import vermeer.job.CancelledException;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;
import vermeer.job.LatestJob;
import vermeer.job.Progress;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.investigation.OpenPicture;
import vermeer.ui.notice.Notices;

/** Follows a folder: its newest picture becomes the one that is looked at, unless it is frozen. */
public final class LiveViewModel {
    private final Investigation investigation;
    private final Decoder decoder;
    private final Notices notices;
    private final LatestJob looking;
    private final ReadOnlyObjectWrapper<Path> folder = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty frozen = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private FolderTail tail;
    private int count;

    public LiveViewModel(Investigation investigation, Decoder decoder, JobRunner runner, Notices notices) {
        this.investigation = investigation;
        this.decoder = decoder;
        this.notices = notices;
        this.looking = new LatestJob(runner);
        folder.subscribe(followed -> tell());
        frozen.subscribe(now -> tell());
    }

    /** Follows this folder from now on; the picture that is newest already comes first. */
    public void follow(Path chosen) {
        looking.cancel();
        tail = new FolderTail(chosen);
        count = 0;
        frozen.set(false);
        folder.set(chosen);
    }

    /** Follows no folder any more; the last picture stays. */
    public void stop() {
        looking.cancel();
        tail = null;
        folder.set(null);
    }

    /** Looks once whether there is a new picture; called about twice a second. A look that is not finished is not repeated. */
    public void look() {
        if (tail == null || frozen.get() || looking.busy()) {
            return;
        }
        FolderTail followed = tail;
        looking.submit(new JobRequest<>(
                "Look into " + folder.get().getFileName(),
                Lane.IO,
                progress -> read(followed, progress),
                found -> found.filter(picture -> tail == followed && !frozen.get())
                        .ifPresent(this::show),
                failure -> {
                    stop();
                    notices.fail("Following the folder", failure);
                }));
    }

    /** A picture that cannot be read is passed over: the next one comes soon. */
    private Optional<OpenPicture> read(FolderTail followed, Progress progress)
            throws PictureException, CancelledException {
        try {
            Optional<Path> file = followed.look();
            return file.isEmpty()
                    ? Optional.empty()
                    : Optional.of(OpenPicture.of(file.get(), decoder.decode(file.get(), progress)));
        } catch (IOException gone) {
            throw new PictureException(
                    "The folder cannot be read any more: " + gone.getMessage() + "; choose it again.");
        }
    }

    private void show(OpenPicture picture) {
        count++;
        investigation.look(picture);
        tell();
    }

    private void tell() {
        if (folder.get() == null) {
            status.set("Choose a folder that pictures are written to. This version reads no camera by itself: let your"
                    + " camera's program save its pictures there.");
        } else if (frozen.get()) {
            status.set("Frozen. Press Space to go on.");
        } else {
            status.set(
                    count == 0
                            ? "Waiting for the first picture in " + folder.get().getFileName() + "."
                            : count + (count == 1 ? " picture" : " pictures") + " of "
                                    + folder.get().getFileName() + " so far.");
        }
    }

    /** The folder that is followed; null for none. */
    public ReadOnlyObjectProperty<Path> folderProperty() {
        return folder.getReadOnlyProperty();
    }

    /** Whether the picture in sight stays. */
    public BooleanProperty frozenProperty() {
        return frozen;
    }

    /** What is going on, in one sentence. */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }
}
