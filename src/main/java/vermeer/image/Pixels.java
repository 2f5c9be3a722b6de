package vermeer.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import vermeer.file.AtomicFile;
import vermeer.file.FileException;

/**
 * A drawn picture.
 *
 * @param argb {@code 0xFFRRGGBB}, row by row; shared, not copied
 */
public record Pixels(int width, int height, int[] argb) {

    public Pixels {
        if (argb.length != width * height) {
            throw new IllegalArgumentException(width + " x " + height + " does not hold " + argb.length + " pixels");
        }
    }

    /** The pixels of a picture. */
    public static Pixels of(Picture picture) {
        return new Pixels(picture.width(), picture.height(), picture.argb());
    }

    /** Saves a PNG file, replacing what was there. */
    public void writePng(Path file) throws FileException {
        AtomicFile.write(file, this::writePng);
    }

    /** Writes PNG. */
    public void writePng(OutputStream out) throws IOException {
        ImageWriter writer = Codecs.pngWriter();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(image());
        } finally {
            writer.dispose();
        }
    }

    BufferedImage image() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        System.arraycopy(argb, 0, ((DataBufferInt) image.getRaster().getDataBuffer()).getData(), 0, argb.length);
        return image;
    }
}
