package vermeer.dl4j;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Reads an HDF5 file's superblock, so that a file that was cut off is refused before the native parser sees it. */
final class Hdf5Header {
    /** HDF5 File Format Specification 3.0, II.A: the superblock ends within this many bytes. */
    private static final int SUPERBLOCK = 52;
    /** Where each version keeps the address of the file's end. */
    private static final int[] END_ADDRESS = {40, 44, 28, 28};

    private Hdf5Header() {}

    /** @throws ConversionException where the file is shorter than it says, or of an unknown version */
    static void check(Path file, String name) throws ConversionException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer start = ByteBuffer.allocate(SUPERBLOCK).order(ByteOrder.LITTLE_ENDIAN);
            while (start.hasRemaining() && channel.read(start) >= 0) {}
            if (start.hasRemaining()) {
                throw cutOff(name);
            }
            int version = start.get(8);
            int offsetSize = start.get(version < 2 ? 13 : 9);
            if (version < 0 || version > 3 || offsetSize != Long.BYTES) {
                throw new ConversionException(
                        "The file '" + name + "' is of an HDF5 version that Vermeer does not open.");
            }
            long end = start.getLong(END_ADDRESS[version]);
            if (end < 0 || end > channel.size()) {
                throw cutOff(name);
            }
        } catch (IOException e) {
            throw new ConversionException("The file '" + name + "' cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static ConversionException cutOff(String name) {
        return new ConversionException("The HDF5 file '" + name + "' is cut off; copy or download it again.");
    }
}
