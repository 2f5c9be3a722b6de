package vermeer.attribution;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import vermeer.image.Heatmap;
import vermeer.image.Region;
import vermeer.tensor.Tensor;

/**
 * An attribution as bytes, for caches: big-endian numbers, texts in modified UTF-8, and a CRC-32 of everything before it at the end.
 * Bytes that are not exactly that are refused.
 */
final class AttributionFile {
    private static final int MAGIC = 0x564d4150;
    private static final int MOST_AXES = 8;

    private AttributionFile() {}

    static byte[] write(Attribution attribution) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        Heatmap map = attribution.map();
        out.writeInt(MAGIC);
        out.writeDouble(map.region().x());
        out.writeDouble(map.region().y());
        out.writeDouble(map.region().width());
        out.writeDouble(map.region().height());
        out.writeUTF(map.meaning());
        write(new int[] {map.height(), map.width()}, map.values(), out);
        out.writeBoolean(attribution.channels().isPresent());
        if (attribution.channels().isPresent()) {
            Tensor channels = attribution.channels().get();
            write(channels.shape(), channels.data(), out);
        }
        out.writeInt(attribution.facts().size());
        for (Map.Entry<String, Double> fact : attribution.facts().entrySet()) {
            out.writeUTF(fact.getKey());
            out.writeDouble(fact.getValue());
        }
        out.writeInt(attribution.details().size());
        for (Map.Entry<String, String> detail : attribution.details().entrySet()) {
            out.writeUTF(detail.getKey());
            out.writeUTF(detail.getValue());
        }
        out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
        return bytes.toByteArray();
    }

    /** @throws IOException where the bytes are damaged or no attribution */
    static Attribution read(byte[] bytes) throws IOException {
        int end = bytes.length - Long.BYTES;
        if (end < 0 || ByteBuffer.wrap(bytes, end, Long.BYTES).getLong() != checksum(bytes, end)) {
            throw new IOException("the checksum is wrong");
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, end));
        if (in.readInt() != MAGIC) {
            throw new IOException("no attribution");
        }
        Region region = new Region(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
        String meaning = in.readUTF();
        Tensor values = tensor(in);
        if (values.shape().length != 2) {
            throw new IOException("no map");
        }
        Heatmap map = new Heatmap(values.shape()[0], values.shape()[1], values.data(), region, meaning);
        Optional<Tensor> channels = in.readBoolean() ? Optional.of(tensor(in)) : Optional.empty();
        Map<String, Double> facts = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            facts.put(in.readUTF(), in.readDouble());
        }
        Map<String, String> details = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            details.put(in.readUTF(), in.readUTF());
        }
        return new Attribution(map, channels, facts, details);
    }

    private static void write(int[] shape, float[] values, DataOutputStream out) throws IOException {
        out.writeInt(shape.length);
        for (int extent : shape) {
            out.writeInt(extent);
        }
        ByteBuffer buffer = ByteBuffer.allocate(Float.BYTES * values.length);
        buffer.asFloatBuffer().put(values);
        out.write(buffer.array());
    }

    private static Tensor tensor(DataInputStream in) throws IOException {
        int axes = in.readInt();
        if (axes < 0 || axes > MOST_AXES) {
            throw new IOException("too many axes");
        }
        int[] shape = new int[axes];
        long size = 1;
        for (int axis = 0; axis < axes; axis++) {
            shape[axis] = in.readInt();
            size = shape[axis] < 0 ? Long.MAX_VALUE : size * shape[axis];
            if (size > in.available() / Float.BYTES) {
                throw new IOException("more values announced than there are");
            }
        }
        float[] values = new float[(int) size];
        ByteBuffer.wrap(in.readNBytes(Float.BYTES * values.length))
                .asFloatBuffer()
                .get(values);
        return new Tensor(shape, values);
    }

    private static long checksum(byte[] bytes, int end) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, 0, end);
        return checksum.getValue();
    }
}
