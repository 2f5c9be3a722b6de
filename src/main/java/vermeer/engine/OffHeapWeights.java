package vermeer.engine;

import java.io.IOException;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import vermeer.graph.Constant;

/**
 * The bytes of constants where native code may read them: off the heap, and aligned to their elements.
 *
 * <p>A model file promises no alignment, but compiled native code may rely on it. A constant that already lies aligned in
 * the mapped file is used in place. Others are copied once, small ones to direct memory, large ones to a mapped file that
 * has no name any more, so that they count neither against the heap nor against the limit for direct memory. All sessions
 * share the copy; it goes when the constant does.
 */
final class OffHeapWeights {
    private static final int LARGE = 4 << 20;

    private final Map<Key, ByteBuffer> copies = new HashMap<>();
    private final ReferenceQueue<Constant> gone = new ReferenceQueue<>();

    /** A constant's identity: comparing contents would read every weight. */
    private static final class Key extends WeakReference<Constant> {
        private final int hash;

        Key(Constant constant, ReferenceQueue<Constant> queue) {
            super(constant, queue);
            hash = System.identityHashCode(constant);
        }

        @Override
        public boolean equals(Object other) {
            return this == other || other instanceof Key key && get() != null && get() == key.get();
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** A direct, aligned buffer with the constant's bytes from position 0 on, never to be written to. */
    synchronized ByteBuffer of(Constant constant) throws IOException {
        ByteBuffer bytes = constant.buffer();
        if (bytes.isDirect() && bytes.alignmentOffset(0, constant.type().bytes()) == 0) {
            return bytes;
        }
        for (Reference<? extends Constant> key = gone.poll(); key != null; key = gone.poll()) {
            copies.remove(key);
        }
        Key key = new Key(constant, gone);
        ByteBuffer copy = copies.get(key);
        if (copy == null) {
            copy = bytes.remaining() < LARGE
                    ? ByteBuffer.allocateDirect(bytes.remaining())
                    : unnamed(bytes.remaining());
            copy.put(bytes).flip();
            copies.put(key, copy);
        }
        return copy.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer unnamed(int size) throws IOException {
        Path file = Files.createTempFile("vermeer-weights", ".bin");
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            return channel.map(MapMode.READ_WRITE, 0, size);
        }
    }
}
