package vermeer.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The chunks of a PNG file: those that make pixels are shown to the reader, {@code eXIf} says which way is up. */
final class PngFile {
    private static final Set<String> PIXELS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    private static final int SIGNATURE = 8;
    /** Length, type and checksum. */
    private static final int FRAME = 12;

    private PngFile() {}

    static PictureFile open(FileBytes file) throws IOException {
        Excerpt stream = new Excerpt(file.channel(), file.watch()).keep(0, SIGNATURE);
        Orientation orientation = Orientation.UPRIGHT;
        String type = "";
        for (long at = SIGNATURE; !type.equals("IEND") && at + FRAME <= file.size(); ) {
            ByteBuffer head = file.at(at, 8);
            long length = head.getInt() & 0xffffffffL;
            type = StandardCharsets.ISO_8859_1.decode(head).toString();
            if (PIXELS.contains(type)) {
                stream.keep(at, length + FRAME);
            } else if (type.equals("eXIf") && length <= Exif.MAX_BYTES) {
                orientation = Exif.orientation(file.upTo(at + 8, (int) length).array());
            }
            at += length + FRAME;
        }
        return new PictureFile(stream, orientation);
    }
}
