package vermeer.train.feature;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Rows of float32 values in a file, little-endian, one after the other; read where they are needed, never all at once. */
public final class FeatureFile implements AutoCloseable {
    private final FileChannel channel;
    private final int item;
    private ByteBuffer buffer = ByteBuffer.allocateDirect(0);

    /**
     * Opens a file.
     *
     * @param item the number of values in a row
     * @throws IOException where it is not there or does not hold so many rows
     */
    public FeatureFile(Path file, int rows, int item) throws IOException {
        this.channel = FileChannel.open(file);
        this.item = item;
        if (channel.size() != (long) rows * item * Float.BYTES) {
            channel.close();
            throw new EOFException(file + " does not hold " + rows + " rows of " + item + " values");
        }
    }

    /** The number of values in a row. */
    public int item() {
        return item;
    }

    /** Reads one row into {@code target} from {@code at} on. */
    public void read(int row, float[] target, int at) throws IOException {
        int bytes = Math.multiplyExact(item, Float.BYTES);
        if (buffer.capacity() < bytes) {
            buffer = ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
        }
        buffer.clear().limit(bytes);
        long position = (long) row * bytes;
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new EOFException("the cached values end too early");
            }
        }
        buffer.flip();
        buffer.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(target, at, item);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
