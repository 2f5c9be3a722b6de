package vermeer.graph;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Weights at addresses that are multiples of their element's size. ONNX files do not align weights; x86-64 and 64-bit ARM
 * read them anywhere, at little or no cost, so this is for engines that insist.
 */
public final class AlignedWeights {
    private static final int ALIGNMENT = 64;

    private AlignedWeights() {}

    /**
     * The graph with its unaligned constants mapped from an aligned copy, which is written once.
     *
     * @param key names the copy: the SHA-256 of the model file
     * @param folder where copies are kept; the caller bounds its size
     */
    public static Graph align(Graph graph, String key, Path folder) throws GraphException {
        List<String> moved = new ArrayList<>();
        graph.constants().forEach((name, constant) -> {
            if (!constant.aligned()) {
                moved.add(name);
            }
        });
        if (moved.isEmpty()) {
            return graph;
        }
        Path file = folder.resolve(key + ".weights");
        try {
            if (!Files.exists(file)) {
                write(graph, moved, file);
            }
            return mapped(graph, moved, file);
        } catch (IOException e) {
            throw new GraphException("The weights cannot be laid out in '" + file + "': " + e.getMessage() + ".", e);
        }
    }

    private static void write(Graph graph, List<String> moved, Path file) throws IOException {
        Path temporary = Files.createTempFile(file.getParent(), ".vermeer", ".weights");
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            for (String name : moved) {
                channel.position(roundUp(channel.position()));
                ByteBuffer bytes = graph.constants().get(name).buffer();
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Graph mapped(Graph graph, List<String> moved, Path file) throws IOException {
        Map<String, Constant> constants = new LinkedHashMap<>(graph.constants());
        try (FileChannel channel = FileChannel.open(file)) {
            long position = 0;
            for (String name : moved) {
                Constant old = constants.get(name);
                position = roundUp(position);
                int length = old.bytes().remaining();
                if (position + length > channel.size()) {
                    throw new IOException("the file belongs to another model; delete it");
                }
                ByteBuffer bytes = channel.map(MapMode.READ_ONLY, position, length);
                constants.put(name, new Constant(old.type(), old.shape(), bytes));
                position += length;
            }
        }
        return graph.withNodes(graph.nodes(), constants);
    }

    private static long roundUp(long position) {
        return (position + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
