package vermeer.ui.investigation;

import java.nio.file.Path;
import java.util.zip.CRC32;
import vermeer.image.Picture;

/**
 * A picture that was read.
 *
 * @param file where it came from
 * @param checksum of its pixels, so that maps are found again when the file is read anew, unless it has changed
 */
public record OpenPicture(Path file, Picture picture, long checksum) {

    /** Takes the checksum, which reads all pixels once; not on the JavaFX thread. */
    public static OpenPicture of(Path file, Picture picture) {
        CRC32 checksum = new CRC32();
        checksum.update(picture.bytes());
        return new OpenPicture(file, picture, checksum.getValue());
    }

    /** The file's name. */
    public String name() {
        return file.getFileName().toString();
    }
}
