package vermeer.image;

import com.drew.imaging.tiff.TiffMetadataReader;
import com.drew.imaging.tiff.TiffProcessingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A picture file before its pixels are read.
 *
 * @param stream what the reader may see of it
 * @param orientation how the picture is stored
 */
record PictureFile(Excerpt stream, Orientation orientation) {

    /** @throws IllegalArgumentException for JPEG, which {@link JpegFile} opens */
    static PictureFile of(PictureFormat format, Path path, FileBytes file) throws IOException {
        return switch (format) {
            case PNG -> PngFile.open(file);
            case BMP -> BmpFile.open(file);
            case GIF -> new PictureFile(whole(file), Orientation.UPRIGHT);
            case TIFF -> new PictureFile(whole(file), tiffOrientation(path));
            case WEBP -> new PictureFile(whole(file), webpOrientation(file));
            case JPEG -> throw new IllegalArgumentException("JPEG is opened elsewhere");
        };
    }

    private static Excerpt whole(FileBytes file) throws IOException {
        return new Excerpt(file.channel(), file.watch()).keep(0, file.size());
    }

    private static Orientation tiffOrientation(Path path) throws IOException {
        try {
            return Exif.of(TiffMetadataReader.readMetadata(path.toFile()));
        } catch (TiffProcessingException broken) {
            return Orientation.UPRIGHT;
        }
    }

    /** WebP keeps EXIF in a chunk of its own, mostly after the pixels. */
    private static Orientation webpOrientation(FileBytes file) throws IOException {
        for (long at = 12; at + 8 <= file.size(); ) {
            ByteBuffer head = file.at(at, 8).order(ByteOrder.LITTLE_ENDIAN);
            long length = head.getInt(4) & 0xffffffffL;
            String type = StandardCharsets.ISO_8859_1.decode(head.limit(4)).toString();
            if (type.equals("EXIF") && length <= Exif.MAX_BYTES) {
                return Exif.orientation(withoutPrefix(file.upTo(at + 8, (int) length)));
            }
            at += 8 + length + (length & 1);
        }
        return Orientation.UPRIGHT;
    }

    /** Some programs put JPEG's marker before the block. */
    private static byte[] withoutPrefix(ByteBuffer block) {
        boolean prefixed = block.limit() > 6 && block.get(0) == 'E' && block.get(1) == 'x';
        byte[] bytes = new byte[block.limit() - (prefixed ? 6 : 0)];
        block.get(prefixed ? 6 : 0, bytes);
        return bytes;
    }
}
