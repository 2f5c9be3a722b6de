package vermeer.dl4j;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** One entry of a zip while it inflates: refused as soon as it grows out of proportion to what was packed. */
final class InflatedEntry extends FilterInputStream {
    /** What the zip reader may have taken before this entry began. */
    private static final long ZIP_BUFFER = 1024;

    private final CountingInputStream packed;
    private final long packedBefore;
    private long size;

    InflatedEntry(InputStream entry, CountingInputStream packed) {
        super(entry);
        this.packed = packed;
        this.packedBefore = packed.count();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        size += Math.max(0, read);
        long used = packed.count() - packedBefore + ZIP_BUFFER;
        if (size > ZipGuard.RATIO_GRACE && size > ZipGuard.MAX_RATIO * used) {
            throw new RefusedException(
                    "is a zip bomb: an entry inflates to more than " + ZipGuard.MAX_RATIO + " times its packed size");
        }
        return read;
    }

    @Override
    public void close() {}
}
