package vermeer.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

/**
 * Reads picture files: PNG, JPEG, GIF and BMP here, with the JDK's readers, WebP and TIFF in a worker. Whatever a file
 * holds, the answer is a picture or a {@link PictureException}.
 */
public final class PictureReader implements Decoder {
    private final Decoder worker;
    private final Limits limits;

    /** @param worker reads WebP and TIFF; see {@link WorkerDecoding} */
    public PictureReader(Decoder worker) {
        this(worker, Limits.standard());
    }

    public PictureReader(Decoder worker, Limits limits) {
        this.worker = worker;
        this.limits = limits;
    }

    /**
     * Reads a file as an upright picture. Of an animation or a document of several pages, the first is read.
     *
     * @apiNote Long-running; up to the deadline of the limits.
     */
    public Picture read(Path file, Progress progress) throws PictureException, CancelledException {
        PictureFormat format = format(file);
        return format.needsWorker() ? worker.decode(file, progress) : new Decoding(limits).read(file, format, progress);
    }

    @Override
    public Picture decode(Path file, Progress progress) throws PictureException, CancelledException {
        return read(file, progress);
    }

    /**
     * The format of a file, by its first bytes.
     *
     * @throws PictureException where it cannot be opened, is too large, or is no picture
     */
    public PictureFormat format(Path file) throws PictureException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw PictureException.of(file, "is not a file", "choose a picture file");
        }
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() > limits.fileBytes()) {
                throw PictureException.of(
                        file, "is larger than " + (limits.fileBytes() >> 20) + " MB", "save it smaller or as JPEG");
            }
            if (channel.size() == 0) {
                throw PictureException.of(file, "is empty", "copy or download it again");
            }
            ByteBuffer buffer = ByteBuffer.allocate(PictureFormat.START);
            channel.read(buffer, 0);
            byte[] start = Arrays.copyOf(buffer.array(), buffer.position());
            return PictureFormat.of(start)
                    .orElseThrow(() -> PictureException.of(
                            file,
                            "is " + PictureFormat.nameOfOther(start),
                            "open a PNG, JPEG, GIF, BMP, TIFF or WebP picture"));
        } catch (NoSuchFileException missing) {
            throw PictureException.of(file, "does not exist", "check the path " + file, missing);
        } catch (IOException failure) {
            throw PictureException.of(file, "could not be opened", "check that you may read it", failure);
        }
    }

    /** The ends of file names that pictures usually have, in lower case; for file dialogs and for walking folders only. */
    public static List<String> extensions() {
        return List.of("png", "jpg", "jpeg", "jpe", "jfif", "gif", "bmp", "dib", "tif", "tiff", "webp");
    }
}
