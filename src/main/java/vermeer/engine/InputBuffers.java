package vermeer.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/** One run's direct buffers, one an input; they grow and are used again by later runs. */
final class InputBuffers {
    private final Map<String, ByteBuffer> buffers = new HashMap<>();

    /** A buffer of exactly this size. */
    ByteBuffer take(String input, int bytes) {
        ByteBuffer buffer = buffers.get(input);
        if (buffer == null || buffer.capacity() < bytes) {
            buffer = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
            buffers.put(input, buffer);
        }
        return buffer.slice(0, bytes).order(ByteOrder.nativeOrder());
    }
}
