package vermeer.image;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;

/** Which way is up, according to a camera. */
final class Exif {
    /** The largest block that is looked at. */
    static final int MAX_BYTES = 1 << 20;

    private Exif() {}

    /**
     * The orientation that an EXIF block gives.
     *
     * @param block a TIFF structure, starting with its byte order
     * @return upright where it gives none, or is broken: a picture does not become unreadable by its label
     */
    static Orientation orientation(byte[] block) {
        Metadata metadata = new Metadata();
        new ExifReader().extract(new ByteArrayReader(block), metadata);
        return of(metadata);
    }

    static Orientation of(Metadata metadata) {
        ExifIFD0Directory directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        if (directory == null || !directory.containsTag(ExifIFD0Directory.TAG_ORIENTATION)) {
            return Orientation.UPRIGHT;
        }
        try {
            return Orientation.of(directory.getInt(ExifIFD0Directory.TAG_ORIENTATION));
        } catch (MetadataException notANumber) {
            return Orientation.UPRIGHT;
        }
    }
}
