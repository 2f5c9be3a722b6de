package vermeer.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import vermeer.job.Progress;

/** A file's bytes on their way from a host, watched for silence, size and checksum. */
final class Transfer {
    private static final int CHUNK = 1 << 16;

    private final InputStream body;
    private final long bytes;
    private final Checksum.Sum sum;
    private final Duration patience;
    private final Progress progress;
    private final AtomicLong done = new AtomicLong();
    private volatile boolean ended;
    private volatile String failure;

    /**
     * @param bytes the size that the file has; 0 where it is not known, and then up to 2 GB come
     * @param patience how long nothing may come
     */
    Transfer(InputStream body, long bytes, Checksum checksum, Duration patience, Progress progress) {
        this.body = body;
        this.bytes = bytes;
        this.sum = checksum.sum();
        this.patience = patience;
        this.progress = progress;
    }

    /** Copies all bytes; fails where they are not the file's, where the user cancels, and where the host falls silent. */
    void copy(OutputStream out) throws IOException {
        watch(-1);
        try {
            byte[] chunk = new byte[CHUNK];
            for (int read = read(chunk); read >= 0; read = read(chunk)) {
                require(!progress.cancelled(), "the download was cancelled");
                require(done.addAndGet(read) <= limit(), "it is larger than " + limit() + " bytes");
                sum.add(chunk, read);
                out.write(chunk, 0, read);
                progress.report(done.get(), Math.max(bytes, done.get()));
            }
            require(bytes == 0 || done.get() == bytes, "it ended after " + done.get() + " of " + bytes + " bytes");
            require(sum.matches(), "its checksum is wrong");
        } finally {
            ended = true;
        }
    }

    /** Why the host is to blame that the copy failed, as a clause; empty where it is not. */
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    private long limit() {
        return bytes == 0 ? Integer.MAX_VALUE : bytes;
    }

    private int read(byte[] chunk) throws IOException {
        try {
            return body.read(chunk);
        } catch (IOException broken) {
            failure = failure == null ? "it broke off after " + done.get() + " bytes" : failure;
            throw broken;
        }
    }

    private void require(boolean fits, String clause) throws IOException {
        if (!fits) {
            failure = failure == null ? clause : failure;
            throw new IOException(clause);
        }
    }

    /** Looks again and again whether anything has come since, and ends a silent connection. */
    private void watch(long before) {
        CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    long now = done.get();
                    if (ended) {
                        return;
                    }
                    if (now == before) {
                        failure = "nothing came for " + patience.toSeconds() + " seconds";
                        closeQuietly(body);
                    } else {
                        watch(now);
                    }
                });
    }

    static void closeQuietly(InputStream body) {
        try {
            body.close();
        } catch (IOException alreadyClosed) {
            return;
        }
    }
}
