package vermeer.image;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Small stretches of a picture file, for looking at its structure before a reader sees it. */
record FileBytes(FileChannel channel, Watch watch) {

    long size() throws IOException {
        return channel.size();
    }

    /**
     * This stretch of the file.
     *
     * @return big-endian, ready to be read
     * @throws EOFException where the file ends before it
     */
    ByteBuffer at(long offset, int bytes) throws IOException {
        watch.check();
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.BIG_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, offset + buffer.position()) < 0) {
                throw new EOFException("the file ends too early");
            }
        }
        return buffer.flip();
    }

    /** As {@link #at}, but shorter where the file ends. */
    ByteBuffer upTo(long offset, int bytes) throws IOException {
        return at(offset, (int) Math.max(0, Math.min(bytes, size() - offset)));
    }
}
