package vermeer.image;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

/** Reads one file with one reader: header, limits, pixels, orientation; and turns whatever goes wrong into one sentence. */
record Decoding(Limits limits) {
    /** How often all pixels of a progressive JPEG may be gone over, in pixels; a picture of 100 megapixels 20 times. */
    private static final long PROGRESSIVE_WORK = 2_000_000_000L;

    Picture read(Path file, PictureFormat format, Progress progress) throws PictureException, CancelledException {
        Watch watch = new Watch(progress, limits.deadline());
        try {
            Picture picture = pixels(file, format, watch);
            watch.finish();
            return picture;
        } catch (PictureException known) {
            throw known;
        } catch (Watch.LateException late) {
            throw late(file, late);
        } catch (OutOfMemoryError full) {
            throw PictureException.of(
                    file,
                    "needs more memory than Vermeer has",
                    "make the picture smaller or give Java more memory",
                    full);
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            // JDK readers throw unchecked exceptions on damaged files (negative array sizes, indices out of bounds).
            progress.checkCancelled();
            if (watch.late()) {
                throw late(file, broken);
            }
            throw PictureException.of(
                    file,
                    "is damaged or not a " + format + " that Vermeer reads",
                    "export or download it again",
                    broken);
        }
    }

    private PictureException late(Path file, Throwable cause) {
        return PictureException.of(
                file,
                "took longer than " + limits.deadline().toSeconds() + " s to read",
                "export it again or make it smaller",
                cause);
    }

    private Picture pixels(Path file, PictureFormat format, Watch watch)
            throws IOException, PictureException, Watch.LateException, CancelledException {
        try (FileChannel channel = FileChannel.open(file)) {
            FileBytes bytes = new FileBytes(channel, watch);
            if (format == PictureFormat.JPEG) {
                return jpeg(file, bytes, watch);
            }
            PictureFile picture = PictureFile.of(format, file, bytes);
            try (OpenReader open = OpenReader.of(Codecs.reader(format), picture.stream(), watch)) {
                Reduction reduction = reduction(file, bytes, open.reader());
                ImageReadParam parameters = open.parameters(reduction);
                Picture read = format == PictureFormat.GIF
                        ? GifFrame.of(bytes).read(open, parameters, file, bytes, limits)
                        : Samples.read(open.reader(), parameters, reduction);
                return picture.orientation().upright(open.finish(read, file, reduction));
            }
        }
    }

    private Reduction reduction(Path file, FileBytes bytes, ImageReader reader) throws IOException, PictureException {
        return Reduction.of(file, bytes.size(), reader.getWidth(0), reader.getHeight(0), limits);
    }

    private Picture jpeg(Path file, FileBytes bytes, Watch watch)
            throws IOException, PictureException, Watch.LateException, CancelledException {
        JpegFile jpeg = JpegFile.open(bytes);
        try (OpenReader open = OpenReader.of(Codecs.reader(PictureFormat.JPEG), jpeg.stream(), watch)) {
            Reduction reduction = reduction(file, bytes, open.reader());
            if (jpeg.scans() > 1 && jpeg.scans() * (long) reduction.width() * reduction.height() > PROGRESSIVE_WORK) {
                throw PictureException.of(
                        file, "is a progressive JPEG with too many scans for its size", "save it as a baseline JPEG");
            }
            Picture read = jpeg.colours().picture(open.reader().readRaster(0, open.parameters(reduction)));
            return jpeg.orientation().upright(open.finish(read, file, reduction));
        }
    }
}
