package vermeer.train.loop;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import vermeer.file.AtomicFile;
import vermeer.file.FileException;
import vermeer.train.TrainingException;

/**
 * A run's state in a file: plain numbers as JSON, then every parameter's values, momenta, squares, then the best epoch's
 * values, float32 little-endian, and a checksum. Written whole and moved in place, so that there is always a complete one.
 */
final class Checkpoint {
    private static final int MAGIC = 0x56544331;
    private static final int LONGEST_HEADER = 1 << 20;
    private static final int CHUNK = 1 << 14;
    private static final ObjectMapper JSON =
            new ObjectMapper().setVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY);

    private Checkpoint() {}

    static void write(TrainingState state, Path file) throws FileException {
        AtomicFile.write(file, plain -> {
            CheckedOutputStream checked = new CheckedOutputStream(plain, new CRC32());
            DataOutputStream out = new DataOutputStream(checked);
            byte[] header = JSON.writeValueAsBytes(state.progressed());
            out.writeInt(MAGIC);
            out.writeInt(header.length);
            out.write(header);
            out.writeInt(state.parameters().size());
            out.writeBoolean(!state.best().isEmpty());
            for (int i = 0; i < state.parameters().size(); i++) {
                Parameter parameter = state.parameters().get(i);
                out.writeLong(parameter.updates());
                out.writeInt(parameter.value().length);
                write(out, parameter.value());
                write(out, parameter.momentum());
                write(out, parameter.square());
                if (!state.best().isEmpty()) {
                    write(out, state.best().get(i));
                }
            }
            out.writeLong(checked.getChecksum().getValue());
            out.flush();
        });
    }

    /**
     * Reads a checkpoint into a state of the same parameters.
     *
     * @throws TrainingException where the file is damaged or belongs to another run
     */
    static void read(Path file, TrainingState state) throws TrainingException {
        try (InputStream plain = Files.newInputStream(file)) {
            CheckedInputStream checked =
                    new CheckedInputStream(new java.io.BufferedInputStream(plain, 1 << 16), new CRC32());
            DataInputStream in = new DataInputStream(checked);
            if (in.readInt() != MAGIC) {
                throw new IOException("another kind of file");
            }
            readHeader(in, state);
            boolean best = readBestFlag(in, state);
            state.best().clear();
            for (Parameter parameter : state.parameters()) {
                parameter.restoreUpdates(in.readLong());
                if (in.readInt() != parameter.value().length) {
                    throw new IOException("other weights");
                }
                read(in, parameter.value());
                read(in, parameter.momentum());
                read(in, parameter.square());
                if (best) {
                    float[] values = new float[parameter.value().length];
                    read(in, values);
                    state.best().add(values);
                }
            }
            long sum = checked.getChecksum().getValue();
            if (in.readLong() != sum) {
                throw new IOException("a wrong checksum");
            }
        } catch (IOException damaged) {
            throw new TrainingException(
                    "The checkpoint '" + file + "' is damaged or of another run (" + damaged.getMessage()
                            + "); delete it to begin the run anew.",
                    damaged);
        }
    }

    private static void readHeader(DataInputStream in, TrainingState state) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST_HEADER) {
            throw new IOException("a header of " + length + " bytes");
        }
        JSON.readerForUpdating(state.progressed()).readValue(in.readNBytes(length));
    }

    private static boolean readBestFlag(DataInputStream in, TrainingState state) throws IOException {
        if (in.readInt() != state.parameters().size()) {
            throw new IOException("other weights");
        }
        return in.readBoolean();
    }

    private static void write(DataOutputStream out, float[] values) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < values.length; at += CHUNK) {
            int count = Math.min(CHUNK, values.length - at);
            buffer.asFloatBuffer().put(values, at, count);
            out.write(buffer.array(), 0, count * Float.BYTES);
        }
    }

    private static void read(DataInputStream in, float[] values) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < values.length; at += CHUNK) {
            int count = Math.min(CHUNK, values.length - at);
            in.readFully(buffer.array(), 0, count * Float.BYTES);
            buffer.asFloatBuffer().get(values, at, count);
        }
    }
}
