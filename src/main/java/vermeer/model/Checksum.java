package vermeer.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.zip.Adler32;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

/**
 * What a file's bytes must add up to.
 *
 * @param kind how they are added up
 * @param value in lower-case hexadecimal digits, or as a decimal number for Adler-32
 */
public record Checksum(Kind kind, String value) {
    private static final int CHUNK = 1 << 16;

    /** The ways of adding up; Adler-32 only shows damage, and is all that DL4J publishes for its zoo. */
    public enum Kind {
        SHA_256,
        ADLER_32
    }

    /** Adds up the bytes as they come. */
    final class Sum {
        private final MessageDigest digest = Sha256.start();
        private final Adler32 adler = new Adler32();

        void add(byte[] bytes, int count) {
            if (kind == Kind.SHA_256) {
                digest.update(bytes, 0, count);
            } else {
                adler.update(bytes, 0, count);
            }
        }

        boolean matches() {
            return value.equals(kind == Kind.SHA_256 ? Sha256.finish(digest) : Long.toString(adler.getValue()));
        }
    }

    Sum sum() {
        return new Sum();
    }

    /** Whether a file has this checksum. */
    public boolean matches(Path file, Progress progress) throws IOException, CancelledException {
        Sum sum = sum();
        long size = Files.size(file);
        long done = 0;
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                progress.checkCancelled();
                sum.add(chunk, read);
                done += read;
                progress.report(done, size);
            }
        }
        return sum.matches();
    }
}
