package vermeer.graph;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Room for weights that had to be converted: small ones on the heap, large ones in a mapped temporary file. */
final class OffHeap {
    private static final long ON_HEAP = 1 << 16;

    private OffHeap() {}

    static ByteBuffer allocate(long bytes) throws GraphException {
        if (bytes <= ON_HEAP) {
            return ByteBuffer.allocate((int) bytes).order(ByteOrder.LITTLE_ENDIAN);
        }
        if (bytes > Integer.MAX_VALUE) {
            throw new GraphException("a constant takes more than 2 GB as float32, which is the limit");
        }
        if (bytes <= 16 * ON_HEAP) {
            return ByteBuffer.allocateDirect((int) bytes).order(ByteOrder.LITTLE_ENDIAN);
        }
        return mapped(bytes);
    }

    private static ByteBuffer mapped(long bytes) throws GraphException {
        try {
            Path file = Files.createTempFile("vermeer", ".weights");
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = channel.map(MapMode.READ_WRITE, 0, bytes);
                return buffer.order(ByteOrder.LITTLE_ENDIAN);
            } finally {
                deleteEarly(file);
            }
        } catch (IOException e) {
            throw new GraphException(
                    "converting the weights takes " + (bytes >> 20)
                            + " MB in the folder for temporary files, which is full",
                    e);
        }
    }

    /** Windows keeps a mapped file until the process ends. */
    private static void deleteEarly(Path file) {
        try {
            Files.delete(file);
        } catch (IOException stillMapped) {
            file.toFile().deleteOnExit();
        }
    }
}
