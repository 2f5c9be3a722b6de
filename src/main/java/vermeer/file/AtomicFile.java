package vermeer.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes whole files: to a temporary file in the same folder, forced to the disk, then moved over the target in one step.
 * Until that step the old file is untouched; a failure leaves no temporary file behind.
 */
public final class AtomicFile {

    /** What a file is to hold. */
    @FunctionalInterface
    public interface Content {
        /** @param out buffered; closed by the caller */
        void writeTo(OutputStream out) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Writes {@code target}, replacing what was there. Missing parent folders are made. A symbolic link is followed, so
     * that the file it names is replaced and not the link.
     *
     * @throws FileException where it could not be written; the old file is then as it was
     */
    public static void write(Path target, Content content) throws FileException {
        Path temporary = null;
        try {
            Path file = Files.isSymbolicLink(target) ? target.toRealPath() : target.toAbsolutePath();
            Files.createDirectories(file.getParent());
            temporary = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
            writeForced(temporary, content);
            move(temporary, file);
            forceFolder(file.getParent());
        } catch (IOException failure) {
            throw new FileException(sentence(target, failure), failure);
        } finally {
            discard(temporary);
        }
    }

    /** Writes text in UTF-8; see {@link #write(Path, Content)}. */
    public static void write(Path target, String text) throws FileException {
        write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void writeForced(Path temporary, Content content) throws IOException {
        try (FileChannel channel =
                FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    private static void move(Path temporary, Path file) throws IOException {
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unsupported) {
            // Some network drives cannot; the plain move still never leaves a half-written target of ours behind.
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException unsupported) {
            // Windows cannot open a folder; there the move itself is journalled.
            return;
        }
    }

    private static void discard(Path temporary) {
        try {
            if (temporary != null) {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException left) {
            temporary.toFile().deleteOnExit();
        }
    }

    private static String sentence(Path target, IOException failure) {
        return target + " could not be written: " + reason(failure);
    }

    private static String reason(IOException failure) {
        String text = String.valueOf(failure.getMessage());
        if (failure instanceof AccessDeniedException || text.contains("Read-only")) {
            return "the folder or the file may not be written to; choose another folder.";
        }
        if (failure instanceof NoSuchFileException) {
            return "its folder does not exist any more; choose another folder.";
        }
        if (text.contains("No space left") || text.contains("not enough space") || text.contains("quota")) {
            return "the disk is full; free some space or choose another disk.";
        }
        if (failure instanceof FileSystemException system) {
            text = system.getReason() == null ? system.getClass().getSimpleName() : system.getReason();
        }
        return text + "; choose another folder or name.";
    }
}
