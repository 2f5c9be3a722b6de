package vermeer.tensor;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** NumPy's {@code .npy} files, format versions 1 to 3. */
public final class Npy {
    /** The most values that are read, 1 GB as float32. */
    public static final long MAX_VALUES = 1L << 28;

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int MAX_HEADER = 1 << 16;
    private static final int CHUNK = 1 << 16;

    private Npy() {}

    /**
     * Reads numbers of any size as float32, in C order whatever the file's. The header is checked against the file's size
     * before anything is allocated.
     *
     * @throws NpyException where the file is missing, broken, too large, or does not hold plain numbers
     */
    public static Tensor read(Path file) throws NpyException {
        try (FileChannel channel = FileChannel.open(file)) {
            NpyHeader header = header(channel);
            long needed = header.size();
            if (needed > MAX_VALUES) {
                throw new IllegalArgumentException("its header asks for more than " + MAX_VALUES + " values");
            }
            if (needed * header.type().bytes() > channel.size() - channel.position()) {
                throw new IllegalArgumentException("it ends before its " + needed + " values do");
            }
            float[] values = values(channel, header, (int) needed);
            return new Tensor(header.shape(), header.fortran() ? rowMajor(header.shape(), values) : values);
        } catch (NoSuchFileException missing) {
            throw new NpyException(file + " does not exist; check the path.", missing);
        } catch (IllegalArgumentException | EOFException wrong) {
            throw new NpyException(
                    file + " is not a .npy array that can be read: " + wrong.getMessage()
                            + "; save it again with numpy.save as float32.",
                    wrong);
        } catch (IOException failure) {
            throw new NpyException(
                    file + " could not be read (" + failure.getMessage() + "); check that it is a file you may read.",
                    failure);
        }
    }

    private static NpyHeader header(FileChannel channel) throws IOException {
        ByteBuffer start = fill(channel, 8);
        byte[] magic = new byte[MAGIC.length];
        start.get(magic);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new IllegalArgumentException("it does not start as one");
        }
        int version = start.get();
        if (version < 1 || version > 3) {
            throw new IllegalArgumentException("its format version " + version + " is unknown");
        }
        ByteBuffer size = fill(channel, version == 1 ? 2 : 4);
        long length = version == 1 ? size.getShort() & 0xffff : size.getInt() & 0xffffffffL;
        if (length > MAX_HEADER) {
            throw new IllegalArgumentException("its header is longer than " + MAX_HEADER + " bytes");
        }
        return NpyHeader.parse(new String(fill(channel, (int) length).array(), StandardCharsets.UTF_8));
    }

    private static ByteBuffer fill(FileChannel channel, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("it ends too early");
            }
        }
        return buffer.flip();
    }

    private static float[] values(FileChannel channel, NpyHeader header, int count) throws IOException {
        float[] values = new float[count];
        int perChunk = CHUNK / header.type().bytes();
        for (int done = 0; done < count; ) {
            int now = Math.min(perChunk, count - done);
            ByteBuffer chunk = fill(channel, now * header.type().bytes());
            chunk.order(header.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
            for (int end = done + now; done < end; done++) {
                values[done] = header.type().read(chunk);
            }
        }
        return values;
    }

    /** Column-major values in row-major order. */
    private static float[] rowMajor(int[] shape, float[] values) {
        float[] ordered = new float[values.length];
        int[] index = new int[shape.length];
        for (int i = 0; i < ordered.length; i++) {
            int offset = 0;
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                offset = offset * shape[axis] + index[axis];
            }
            ordered[i] = values[offset];
            for (int axis = shape.length - 1; axis >= 0 && ++index[axis] == shape[axis]; axis--) {
                index[axis] = 0;
            }
        }
        return ordered;
    }

    /** Writes format version 1, little-endian float32, C order; the same bytes as {@code numpy.save}. */
    public static void write(Tensor tensor, OutputStream out) throws IOException {
        out.write(headerOf(tensor));
        float[] values = tensor.data();
        for (int from = 0; from < values.length; from += CHUNK) {
            int count = Math.min(CHUNK, values.length - from);
            ByteBuffer chunk = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            chunk.asFloatBuffer().put(values, from, count);
            out.write(chunk.array());
        }
    }

    private static byte[] headerOf(Tensor tensor) {
        String extents =
                Arrays.stream(tensor.shape()).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        String shape = tensor.shape().length == 1 ? extents + "," : extents;
        String text = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + shape + "), }";
        int prefix = MAGIC.length + 4;
        int padding = Math.floorMod(-(prefix + text.length() + 1), 64);
        byte[] dictionary = (text + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(prefix + dictionary.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) dictionary.length)
                .put(dictionary)
                .array();
    }
}
