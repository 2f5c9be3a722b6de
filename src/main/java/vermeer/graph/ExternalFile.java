package vermeer.graph;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;

/** Weights in a second file, which must lie beside the model: no other folder, no link, no way around it. */
final class ExternalFile {
    private final Path folder;

    /** @param folder the model's folder, or null where the model did not come from a file */
    ExternalFile(Path folder) {
        this.folder = folder;
    }

    /** Maps the part that an {@code external_data} entry names; {@code expected} bytes long. */
    ByteBuffer map(Map<String, String> entry, long expected) throws GraphException {
        Path file = locate(entry.getOrDefault("location", ""));
        long offset = number(entry.getOrDefault("offset", "0"));
        long length = entry.containsKey("length") ? number(entry.get("length")) : expected;
        try (FileChannel channel = FileChannel.open(file)) {
            if (length != expected || length > Limits.FILE || offset < 0 || offset > channel.size() - length) {
                throw new GraphException("the weights file '" + file.getFileName()
                        + "' does not fit the model; put the one that was exported with it beside it");
            }
            return channel.map(MapMode.READ_ONLY, offset, length);
        } catch (IOException e) {
            throw new GraphException("the weights file '" + file.getFileName() + "' cannot be read", e);
        }
    }

    private Path locate(String location) throws GraphException {
        if (folder == null) {
            throw new GraphException("the weights are in another file, '" + location + "', which cannot be reached");
        }
        try {
            Path named = Path.of(location);
            Path beside = folder.resolve(
                    named.getFileName() == null ? "" : named.getFileName().toString());
            boolean plain = named.getNameCount() == 1 && !named.isAbsolute() && location.indexOf('\\') < 0;
            if (!plain
                    || Files.isSymbolicLink(beside)
                    || !beside.toRealPath().getParent().equals(folder.toRealPath())) {
                throw new GraphException(
                        "the weights are said to be in '" + location + "', but only a file beside the model is opened");
            }
            if (!Files.isRegularFile(beside, LinkOption.NOFOLLOW_LINKS)) {
                throw new GraphException("the weights file '" + location + "' is not a plain file");
            }
            return beside;
        } catch (InvalidPathException | IOException e) {
            throw new GraphException("the weights file '" + location + "' is missing; put it beside the model", e);
        }
    }

    private static long number(String text) throws GraphException {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new GraphException("the place of the weights in their file is not a number: '" + text + "'", e);
        }
    }
}
