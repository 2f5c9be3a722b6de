package vermeer.dl4j;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.factory.Nd4j;

/** Makes DL4J zips, honest and hostile. */
final class HostileZips {
    private HostileZips() {}

    /** The entries of an honest zip, by name. */
    static Map<String, byte[]> honest() throws IOException {
        MultiLayerNetwork network = SmallNetworks.network(
                CNN2DFormat.NCHW, new DenseLayer.Builder().nOut(6).build());
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(
                "configuration.json",
                network.getLayerWiseConfigurations().toJson().getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream weights = new ByteArrayOutputStream();
        Nd4j.write(network.params(), new DataOutputStream(weights));
        entries.put("coefficients.bin", weights.toByteArray());
        return entries;
    }

    static Path zip(Path file, Map<String, byte[]> entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return file;
    }

    /** A zip that holds one name twice, which Java's writer refuses to make: two local headers after each other. */
    static Path withDuplicate(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < 2; i++) {
                out.write(stored("meta.json", "{}".getBytes(StandardCharsets.UTF_8), 2));
            }
        }
        return file;
    }

    /** A zip of a few bytes whose header says that it holds 2 GB. */
    static Path liar(Path file) throws IOException {
        Files.write(file, stored("coefficients.bin", new byte[] {1, 2, 3, 4}, Integer.MAX_VALUE));
        return file;
    }

    /** A local file header, and data that may be shorter than the header claims. */
    private static byte[] stored(String name, byte[] data, int claimed) {
        java.util.zip.CRC32 checksum = new java.util.zip.CRC32();
        checksum.update(data);
        byte[] encoded = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer header =
                ByteBuffer.allocate(30 + encoded.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0x04034b50)
                .putShort((short) 20)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0);
        header.putInt((int) checksum.getValue()).putInt(claimed).putInt(claimed);
        header.putShort((short) encoded.length).putShort((short) 0).put(encoded).put(data);
        return header.array();
    }

    /** A million times as long as it is packed. */
    static Path bomb(Path file, String entry) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 256; i++) {
                zip.write(zeros);
            }
        }
        return file;
    }

    /** An object that, when it is deserialized, writes a file. */
    static byte[] gadget(Path marker) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new Gadget(marker.toString()));
        }
        return bytes.toByteArray();
    }
}
