package vermeer.image;

import java.nio.file.Path;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

/**
 * Reads every format in this process, WebP and TIFF included, whose parsers can loop for ever or break on a hostile file.
 * Only a worker process that can be killed may use it.
 */
public final class WorkerDecoding implements Decoder {
    private final Limits limits;

    public WorkerDecoding(Limits limits) {
        this.limits = limits;
    }

    @Override
    public Picture decode(Path file, Progress progress) throws PictureException, CancelledException {
        return new Decoding(limits).read(file, new PictureReader(this, limits).format(file), progress);
    }
}
