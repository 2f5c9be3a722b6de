package vermeer.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A BMP file without its colour profile, which could name any file of the disk, and never with another format inside. */
final class BmpFile {
    private static final int HEADER = 14 + 124;
    private static final int COMPRESSION = 30;
    private static final int COLOUR_SPACE = 70;
    private static final int SRGB = 0x73524742;

    private BmpFile() {}

    static PictureFile open(FileBytes file) throws IOException {
        ByteBuffer header = file.upTo(0, HEADER).order(ByteOrder.LITTLE_ENDIAN);
        if (header.limit() < 26) {
            throw new IOException("the header is cut off");
        }
        int headerSize = header.getInt(14);
        if (headerSize >= 40 && header.limit() >= COMPRESSION + 4) {
            int compression = header.getInt(COMPRESSION);
            if (compression < 0 || compression > 3) {
                throw new IOException("its compression " + compression + " is none of BMP's own");
            }
        }
        if (headerSize >= 108 && header.limit() >= COLOUR_SPACE + 4) {
            header.putInt(COLOUR_SPACE, SRGB);
        }
        Excerpt stream = new Excerpt(file.channel(), file.watch())
                .insert(header.array())
                .keep(header.limit(), file.size() - header.limit());
        return new PictureFile(stream, Orientation.UPRIGHT);
    }
}
