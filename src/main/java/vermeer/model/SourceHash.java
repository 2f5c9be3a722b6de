package vermeer.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

/** The SHA-256 of a file's bytes, in hexadecimal. */
final class SourceHash {
    private static final int CHUNK = 1 << 20;

    private SourceHash() {}

    static String of(Path file, Progress progress) throws ModelException, CancelledException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] chunk = new byte[CHUNK];
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                progress.checkCancelled();
                digest.update(chunk, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchFileException e) {
            throw new ModelException("There is no file '" + file + "'; check the path.", e);
        } catch (IOException e) {
            throw new ModelException(
                    "The file '" + file.getFileName() + "' cannot be read: " + e.getMessage() + ".", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
