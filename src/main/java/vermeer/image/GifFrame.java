package vermeer.image;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageReadParam;

/**
 * Where the first frame of a GIF lies on its screen.
 *
 * @param screenWidth the animation's width
 * @param screenHeight its height
 * @param left the frame's left edge
 * @param top its top edge
 */
record GifFrame(int screenWidth, int screenHeight, int left, int top) {
    private static final int HEADER = 13;
    private static final int IMAGE = 0x2c;
    private static final int EXTENSION = 0x21;

    /** Walks the blocks up to the first frame. */
    static GifFrame of(FileBytes file) throws IOException {
        ByteBuffer header = file.at(0, HEADER).order(ByteOrder.LITTLE_ENDIAN);
        int width = header.getShort(6) & 0xffff;
        int height = header.getShort(8) & 0xffff;
        int flags = header.get(10);
        long at = HEADER + (flags < 0 ? 3L << (flags & 7) + 1 : 0);
        while (true) {
            int block = file.at(at, 1).get() & 0xff;
            if (block == IMAGE) {
                ByteBuffer frame = file.at(at + 1, 4).order(ByteOrder.LITTLE_ENDIAN);
                return new GifFrame(width, height, frame.getShort() & 0xffff, frame.getShort() & 0xffff);
            }
            if (block != EXTENSION) {
                throw new IOException("there is no frame");
            }
            at = afterSubBlocks(file, at + 2);
        }
    }

    private static long afterSubBlocks(FileBytes file, long start) throws IOException {
        long at = start;
        int length = file.at(at, 1).get() & 0xff;
        while (length > 0) {
            at += 1L + length;
            length = file.at(at, 1).get() & 0xff;
        }
        return at + 1;
    }

    /** Reads the frame and lays it on the screen; what it leaves open has the transparent colour, else the first. */
    Picture read(OpenReader open, ImageReadParam parameters, Path file, FileBytes bytes, Limits limits)
            throws IOException, PictureException {
        int width = Math.max(screenWidth, left + open.reader().getWidth(0));
        int height = Math.max(screenHeight, top + open.reader().getHeight(0));
        boolean whole =
                width == open.reader().getWidth(0) && height == open.reader().getHeight(0);
        int step = parameters.getSourceXSubsampling();
        if (whole
                || step > 1
                || Reduction.of(file, bytes.size(), width, height, limits).step() > 1) {
            return Samples.picture(open.reader().read(0, parameters));
        }
        BufferedImage frame = open.reader().read(0, parameters);
        BufferedImage screen = new BufferedImage(
                width, height, BufferedImage.TYPE_BYTE_INDEXED, (IndexColorModel) frame.getColorModel());
        int ground = Math.max(0, ((IndexColorModel) frame.getColorModel()).getTransparentPixel());
        int[] line = new int[width];
        Arrays.fill(line, ground);
        for (int y = 0; y < height; y++) {
            screen.getRaster().setPixels(0, y, width, 1, line);
        }
        int[] row = new int[frame.getWidth()];
        for (int y = 0; y < frame.getHeight(); y++) {
            frame.getRaster().getPixels(0, y, frame.getWidth(), 1, row);
            screen.getRaster().setPixels(left, top + y, frame.getWidth(), 1, row);
        }
        return Samples.picture(screen);
    }
}
