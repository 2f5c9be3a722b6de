package vermeer.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** What is left of a picture that is saved as JPEG and opened again. */
public final class JpegCopy {
    private JpegCopy() {}

    /**
     * Compresses and reads again, in memory; colours at half resolution, as most programs save.
     *
     * @param quality 1 to 100
     */
    public static Picture of(Picture picture, int quality) {
        try {
            return read(written(picture, quality)).withNotices(picture.notices());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] written(Picture picture, int quality) throws IOException {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(picture.argb(), 0, pixels, 0, pixels.length);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = Codecs.jpegWriter();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(Math.max(1, Math.min(100, quality)) / 100f);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static Picture read(byte[] file) throws IOException {
        ImageReader reader = Codecs.reader(PictureFormat.JPEG);
        try (MemoryCacheImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(stream, true, true);
            return JpegColours.YCC.picture(reader.readRaster(0, null));
        } finally {
            reader.dispose();
        }
    }
}
