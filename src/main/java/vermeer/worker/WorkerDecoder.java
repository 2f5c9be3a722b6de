package vermeer.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import vermeer.image.Decoder;
import vermeer.image.Limits;
import vermeer.image.Picture;
import vermeer.image.PictureException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

/** Reads WebP and TIFF in a worker process, which is killed where a file makes it hang. */
public final class WorkerDecoder implements Decoder, AutoCloseable {
    /** Beyond the worker's own deadline, for starting it and handing the picture over. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final Worker worker = new Worker(Purpose.DECODE);
    private final Limits limits;

    public WorkerDecoder(Limits limits) {
        this.limits = limits;
    }

    @Override
    public Picture decode(Path file, Progress progress) throws PictureException, CancelledException {
        Path target = null;
        try {
            target = Files.createTempFile("vermeer-picture-", ".rgb");
            DecodedPicture decoded = worker.call(
                    DecodeWorker.DECODE,
                    task(file, target),
                    DecodedPicture.class,
                    limits.deadline().plus(MARGIN),
                    progress);
            return Picture.of(decoded.width(), decoded.height(), Files.readAllBytes(target))
                    .withNotices(decoded.notices());
        } catch (WorkerException e) {
            throw new PictureException(sentence(file, e), e);
        } catch (IOException | IllegalArgumentException e) {
            throw new PictureException(
                    "'" + file.getFileName() + "' cannot be read: the worker's answer is incomplete; try again.", e);
        } finally {
            delete(target);
        }
    }

    private static String sentence(Path file, WorkerException e) {
        String name = String.valueOf(file.getFileName());
        return e.getMessage().contains(name) ? e.getMessage() : name + " cannot be read. " + e.getMessage();
    }

    private DecodeTask task(Path file, Path target) {
        return new DecodeTask(
                file.toAbsolutePath().toString(),
                target.toString(),
                limits.fileBytes(),
                limits.pixels(),
                limits.reducedSide(),
                limits.side(),
                limits.deadline().toSeconds(),
                limits.ratio(),
                limits.ratioFreePixels());
    }

    private static void delete(Path file) {
        if (file != null) {
            file.toFile().delete();
        }
    }

    @Override
    public void close() {
        worker.close();
    }
}
