package vermeer.dl4j;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens a file by what it is, not by its ending. */
final class SourceFile {
    private SourceFile() {}

    /** @param folder for temporary files; the caller's own */
    static OpenedModel open(Path file, Path folder) throws ConversionException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(4);
        } catch (IOException e) {
            throw new ConversionException(
                    "The file '" + file.getFileName() + "' cannot be read: " + e.getMessage() + ".", e);
        }
        if (start.length == 4 && start[0] == 'P' && start[1] == 'K') {
            return ZipModel.open(file, folder);
        }
        if (start.length == 4 && (start[0] & 0xff) == 0x89 && start[1] == 'H') {
            return KerasFile.open(file);
        }
        throw new ConversionException(
                "The file '" + file.getFileName() + "' is neither a DL4J zip nor a Keras HDF5 file.");
    }
}
