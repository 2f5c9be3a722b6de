package vermeer.ui.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import vermeer.image.Decoder;
import vermeer.image.PictureException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.ui.investigation.OpenPicture;

/** A folder that pictures are written to. */
final class FolderSource implements LiveSource {
    private final Path folder;
    private final FolderTail tail;
    private final Decoder decoder;

    FolderSource(Path folder, Decoder decoder) {
        this.folder = folder;
        this.tail = new FolderTail(folder);
        this.decoder = decoder;
    }

    @Override
    public String name() {
        return folder.getFileName().toString();
    }

    @Override
    public boolean moving() {
        return false;
    }

    @Override
    public Optional<OpenPicture> next(Progress progress) throws PictureException, CancelledException {
        try {
            Optional<Path> file = tail.look();
            return file.isEmpty()
                    ? Optional.empty()
                    : Optional.of(OpenPicture.of(file.get(), decoder.decode(file.get(), progress)));
        } catch (IOException gone) {
            throw new PictureException(
                    "The folder cannot be read any more: " + gone.getMessage() + "; choose it again.");
        }
    }

    @Override
    public boolean ended() {
        return false;
    }

    @Override
    public void pause(boolean still) {
        // what is written meanwhile is found at the next look
    }
}
