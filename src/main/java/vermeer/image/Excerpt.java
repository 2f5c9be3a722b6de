package vermeer.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * The parts of a picture file that a reader is allowed to see, joined as if they were the file. Comments, colour profiles
 * and whatever else does not make the pixels is left out, so that nobody has to parse it.
 */
final class Excerpt extends ImageInputStreamImpl {

    /** A stretch of the file, or bytes that stand for one. */
    private record Part(long start, long length, long offset, byte[] bytes) {}

    private static final int BUFFER = 1 << 16;

    private final FileChannel file;
    private final Watch watch;
    private final List<Part> parts = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);
    private long bufferStart;
    private int current;

    Excerpt(FileChannel file, Watch watch) {
        this.file = file;
        this.watch = watch;
    }

    /** Lets the reader see this stretch of the file next. */
    Excerpt keep(long offset, long bytes) {
        parts.add(new Part(length(), bytes, offset, null));
        return this;
    }

    /** Lets the reader see these bytes next. */
    Excerpt insert(byte[] bytes) {
        parts.add(new Part(length(), bytes.length, 0, bytes));
        return this;
    }

    @Override
    public long length() {
        return parts.isEmpty()
                ? 0
                : parts.get(parts.size() - 1).start()
                        + parts.get(parts.size() - 1).length();
    }

    @Override
    public int read() throws IOException {
        checkClosed();
        bitOffset = 0;
        if (!fill()) {
            return -1;
        }
        return buffer.get((int) (streamPos++ - bufferStart)) & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        checkClosed();
        bitOffset = 0;
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int at = (int) (streamPos - bufferStart);
        int count = Math.min(length, buffer.limit() - at);
        buffer.get(at, target, offset, count);
        streamPos += count;
        return count;
    }

    /** Makes the buffer hold the byte at the stream's position; false at the end. */
    private boolean fill() throws IOException {
        if (streamPos >= bufferStart && streamPos < bufferStart + buffer.limit()) {
            return true;
        }
        watch.check();
        if (streamPos >= length()) {
            return false;
        }
        Part part = part();
        long inside = streamPos - part.start();
        int count = (int) Math.min(BUFFER, part.length() - inside);
        buffer.clear().limit(count);
        if (part.bytes() == null) {
            readFile(part.offset() + inside);
        } else {
            buffer.put(0, part.bytes(), (int) inside, count);
        }
        bufferStart = streamPos;
        return buffer.limit() > 0;
    }

    private void readFile(long offset) throws IOException {
        while (buffer.hasRemaining()) {
            if (file.read(buffer, offset + buffer.position()) < 0) {
                break;
            }
        }
        buffer.flip();
    }

    private Part part() {
        if (parts.get(current).start() > streamPos) {
            current = 0;
        }
        while (streamPos >= parts.get(current).start() + parts.get(current).length()) {
            current++;
        }
        return parts.get(current);
    }
}
