package vermeer.graph;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads ONNX files. The file is mapped, and weights stay in it: a constant is a view of the file, which may begin at an
 * address that is no multiple of its element's size ({@link AlignedWeights}). The file must not change while the graph is in use.
 *
 * <p>Half and double precision become float32, in weights, inputs, outputs and casts alike; {@link ReadGraph#notices} says so.
 * Constant nodes become constants.
 */
public final class OnnxReader {

    private OnnxReader() {}

    /** The graph in a file. */
    public static Graph read(Path file) throws GraphException {
        return open(file).graph();
    }

    /** The graph in these bytes, which are shared, not copied; weights in other files cannot be reached. */
    public static Graph read(byte[] bytes) throws GraphException {
        return read(ByteBuffer.wrap(bytes));
    }

    /** The graph in these bytes, which are shared, not copied; weights in other files cannot be reached. */
    public static Graph read(ByteBuffer bytes) throws GraphException {
        return parse(bytes, null).graph();
    }

    /**
     * The graph in a file, and what was changed in reading it.
     *
     * @throws GraphException where the file is missing, damaged, no ONNX file, or one that no image classifier needs; the
     *     message begins with the file's name
     */
    public static ReadGraph open(Path file) throws GraphException {
        try {
            return parse(map(file), file.toAbsolutePath().getParent());
        } catch (NoSuchFileException e) {
            throw new GraphException("There is no file '" + file + "'.", e);
        } catch (IOException e) {
            throw new GraphException(
                    "The file '" + file.getFileName() + "' cannot be read: " + e.getMessage() + ".", e);
        } catch (GraphException e) {
            throw new GraphException(
                    "The file '" + file.getFileName() + "' cannot be used: " + e.getMessage() + ".", e);
        }
    }

    private static ByteBuffer map(Path file) throws IOException, GraphException {
        if (Files.isDirectory(file)) {
            throw new GraphException("it is a folder, not an ONNX file");
        }
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() > Limits.FILE) {
                throw new GraphException("it is larger than 2 GB; export it with its weights in a second file");
            }
            return channel.map(MapMode.READ_ONLY, 0, channel.size());
        }
    }

    private static ReadGraph parse(ByteBuffer bytes, Path folder) throws GraphException {
        refuseOthers(bytes);
        Widening widening = new Widening();
        try {
            ModelParser parser = new ModelParser(
                    new Wire(bytes, new Budget()), new GraphParser.Scope(new ExternalFile(folder), widening, 0));
            return new ReadGraph(GraphCheck.checked(parser.read()), widening.notices());
        } catch (IOException | IllegalArgumentException | ArithmeticException | NegativeArraySizeException e) {
            throw new GraphException("it is not an ONNX file or is damaged; download or export it again", e);
        }
    }

    /** Files that are often taken for ONNX files, by their first bytes. */
    private static void refuseOthers(ByteBuffer bytes) throws GraphException {
        int magic = bytes.remaining() < 4 ? 0 : bytes.getInt(bytes.position());
        if (magic == 0x504B0304) {
            throw new GraphException("it is a zip archive (such as .keras, .pt or a DL4J .zip), not an ONNX file");
        }
        if (magic == 0x89484446) {
            throw new GraphException("it is an HDF5 file (such as Keras .h5), not an ONNX file");
        }
    }
}
