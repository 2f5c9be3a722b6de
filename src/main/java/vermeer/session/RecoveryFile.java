package vermeer.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import vermeer.file.AtomicFile;
import vermeer.file.FileException;

/**
 * A window's own file for what is not yet saved. It is locked while the window lives; a newer state is never overwritten by an
 * older one.
 *
 * @apiNote Safe for use by several threads.
 */
public final class RecoveryFile implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Path lockFile;
    private final FileChannel channel;

    private RecoveryFile(Path file, Path lockFile, FileChannel channel) {
        this.file = file;
        this.lockFile = lockFile;
        this.channel = channel;
    }

    /**
     * A file, held for this process alone.
     *
     * @throws FileException where another holds it, or the folder cannot be written to
     */
    static RecoveryFile locked(Path file) throws FileException {
        Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!held(channel)) {
                channel.close();
                throw new FileException("'" + file + "' belongs to another window of Vermeer.", null);
            }
            return new RecoveryFile(file, lockFile, channel);
        } catch (FileException another) {
            throw another;
        } catch (IOException failure) {
            throw new FileException(
                    "The recovery folder '" + file.toAbsolutePath().getParent()
                            + "' cannot be written to; save your session yourself.",
                    failure);
        }
    }

    private static boolean held(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException byThisProcess) {
            return false;
        }
    }

    /** Where it lies. */
    public Path path() {
        return file;
    }

    /**
     * Keeps a state, unless a newer one is kept already.
     *
     * @return whether it was kept
     * @throws FileException where it could not be written; what was kept before is then still there
     */
    public synchronized boolean keep(Recovery recovery) throws FileException {
        Optional<Instant> kept = changed();
        if (kept.isPresent() && kept.get().isAfter(recovery.changed())) {
            return false;
        }
        ObjectNode root = JSON.createObjectNode()
                .put("changed", recovery.changed().toEpochMilli())
                .put("origin", recovery.origin().map(Path::toString).orElse(null));
        root.set("session", new SessionJson(null).tree(recovery.session()));
        AtomicFile.write(file, root.toString());
        return true;
    }

    /** Forgets what was kept, as when the session has been saved. */
    public synchronized void discard() {
        RecoveryFolder.remove(file);
    }

    /** Lets go of the file; what is kept stays for the next window to offer. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException closedAllTheSame) {
            return;
        }
        RecoveryFolder.remove(lockFile);
    }

    private Optional<Instant> changed() {
        try {
            return Files.exists(file) ? Optional.of(read().changed()) : Optional.empty();
        } catch (SessionException damaged) {
            return Optional.empty();
        }
    }

    /** What is kept. */
    Recovery read() throws SessionException {
        String name = file.getFileName().toString();
        try {
            JsonNode root = JSON.readTree(SessionFile.text(file));
            if (root == null || !root.path("changed").isIntegralNumber()) {
                throw new SessionException("'" + name + "' is no recovery file of Vermeer.");
            }
            return new Recovery(
                    new SessionJson(null).session(root.path("session").toString(), name),
                    root.path("origin").isTextual()
                            ? Optional.of(Path.of(root.get("origin").textValue()))
                            : Optional.empty(),
                    Instant.ofEpochMilli(root.get("changed").longValue()));
        } catch (JsonProcessingException | InvalidPathException damaged) {
            throw new SessionException("The recovery file '" + name + "' is damaged.");
        }
    }
}
