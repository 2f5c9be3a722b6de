package vermeer.graph;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes graphs as ONNX files. Weights are streamed from where they are, never collected on the Java heap. */
public final class OnnxWriter {

    private OnnxWriter() {}

    /**
     * A model without its large constants.
     *
     * @param model the ONNX file; each constant of {@code external} is declared in it with its type and shape as external data
     * @param external the constants left out, by name
     */
    public record Detached(byte[] model, Map<String, Constant> external) {}

    /**
     * Writes a file: to a temporary file first, forced to the disk, then moved in place, so that a file of that name is either
     * the old or the new one.
     */
    public static void write(Graph graph, Path file) throws GraphException {
        ModelProto model = ProtoModel.of(graph, Map.of());
        Path target = file.toAbsolutePath();
        Path temporary = null;
        try {
            temporary = Files.createTempFile(target.getParent(), ".vermeer", ".onnx");
            stream(model, temporary);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            delete(temporary);
            throw new GraphException(
                    "The file '" + file.getFileName() + "' cannot be written: " + e.getMessage() + ".", e);
        }
    }

    /** The whole ONNX file in memory; for small networks. */
    public static byte[] bytes(Graph graph) throws GraphException {
        return ProtoModel.of(graph, Map.of()).toByteArray();
    }

    /** The ONNX file without the constants of {@code threshold} bytes and more, for an engine that is handed those directly. */
    public static Detached detached(Graph graph, long threshold) throws GraphException {
        Map<String, Constant> external = new LinkedHashMap<>();
        graph.constants().forEach((name, constant) -> {
            if (constant.bytes().remaining() >= threshold) {
                external.put(name, constant);
            }
        });
        return new Detached(ProtoModel.of(graph, external).toByteArray(), external);
    }

    private static void stream(ModelProto model, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
            model.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    private static void delete(Path temporary) {
        if (temporary != null) {
            temporary.toFile().delete();
        }
    }
}
