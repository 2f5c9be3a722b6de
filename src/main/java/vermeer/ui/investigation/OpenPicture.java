package vermeer.ui.investigation;

import java.nio.file.Path;
import java.util.Objects;
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

    /** As every record's, but written out: what Java generates takes ten milliseconds at its first use, in the start. */
    @Override
    public boolean equals(Object other) {
        return other instanceof OpenPicture that
                && checksum == that.checksum
                && file.equals(that.file)
                && picture.equals(that.picture);
    }

    @Override
    public int hashCode() {
        return Objects.hash(file, picture, checksum);
    }
}
