package vermeer.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vermeer.job.Progress;
import vermeer.tensor.Npy;
import vermeer.tensor.Tensor;

/** Small files made with Pillow, and what Pillow reads from them. */
final class Fixtures {
    private Fixtures() {}

    /** A copy of a test resource of this package, in a folder that the test owns. */
    static Path copy(String name, Path folder) {
        Path file = folder.resolve(Path.of(name).getFileName());
        try (InputStream in = Fixtures.class.getResourceAsStream(name)) {
            Files.write(file, in.readAllBytes());
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Tensor array(String name, Path folder) throws Exception {
        return Npy.read(copy(name, folder));
    }

    static Picture picture(String name, Path folder) throws Exception {
        return read(copy(name, folder));
    }

    /** A picture of any format, read in this process. */
    static Picture read(Path file) throws Exception {
        return new WorkerDecoding(Limits.standard()).decode(file, Progress.none());
    }

    /** The levels of an array of bytes. */
    static byte[] levels(Tensor array) {
        byte[] levels = new byte[array.data().length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) array.data()[i];
        }
        return levels;
    }
}
