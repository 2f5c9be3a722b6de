package vermeer.image;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;

/**
 * From whatever samples a file has to 8-bit RGB: palettes looked up, grey spread, 16 bits cut to their high byte, fewer than
 * 8 stretched, alpha dropped, inks as {@link Cmyk}. No colour profile is applied.
 */
final class Samples {
    private Samples() {}

    /** Reads the first picture; straight into the result where its samples are red, green and blue bytes. */
    static Picture read(ImageReader reader, ImageReadParam parameters, Reduction reduction) throws IOException {
        ImageTypeSpecifier type = reader.getRawImageType(0);
        boolean png = "png".equalsIgnoreCase(reader.getFormatName());
        if (png && type != null && type.getNumBands() == 3 && type.getBitsPerBand(0) == 8) {
            int width = reduction.readWidth();
            int height = reduction.readHeight();
            byte[] rgb = new byte[Math.multiplyExact(Math.multiplyExact(3, width), height)];
            parameters.setDestination(over(rgb, width, height));
            reader.read(0, parameters);
            return Picture.of(width, height, rgb);
        }
        return picture(reader.read(0, parameters));
    }

    private static BufferedImage over(byte[] rgb, int width, int height) {
        ColorModel colours = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        DataBufferByte buffer = new DataBufferByte(rgb, rgb.length);
        return new BufferedImage(
                colours,
                Raster.createInterleavedRaster(buffer, width, height, 3 * width, 3, new int[] {0, 1, 2}, null),
                false,
                null);
    }

    /** The levels of an image of any kind. */
    static Picture picture(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        Row row = row(image);
        byte[] rgb = new byte[Math.multiplyExact(Math.multiplyExact(3, width), height)];
        int bands = image.getRaster().getNumBands();
        int[] samples = new int[bands * width];
        for (int y = 0; y < height; y++) {
            image.getRaster().getPixels(0, y, width, 1, samples);
            for (int x = 0; x < width; x++) {
                row.convert(samples, x * bands, rgb, 3 * (y * width + x));
            }
        }
        return Picture.of(width, height, rgb);
    }

    /** Converts one pixel. */
    private interface Row {
        void convert(int[] samples, int from, byte[] rgb, int to);
    }

    private static Row row(BufferedImage image) {
        if (image.getColorModel() instanceof IndexColorModel palette) {
            int[] colours = new int[palette.getMapSize()];
            palette.getRGBs(colours);
            return (samples, from, rgb, to) -> colour(colours[samples[from]], rgb, to);
        }
        int[] bits = image.getSampleModel().getSampleSize();
        boolean inks = image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_CMYK;
        if (inks) {
            return (samples, from, rgb, to) -> Cmyk.convert(
                    level(samples[from], bits[0]),
                    level(samples[from + 1], bits[1]),
                    level(samples[from + 2], bits[2]),
                    level(samples[from + 3], bits[3]),
                    rgb,
                    to);
        }
        int green = bits.length >= 3 ? 1 : 0;
        int blue = bits.length >= 3 ? 2 : 0;
        return (samples, from, rgb, to) -> {
            rgb[to] = (byte) level(samples[from], bits[0]);
            rgb[to + 1] = (byte) level(samples[from + green], bits[green]);
            rgb[to + 2] = (byte) level(samples[from + blue], bits[blue]);
        };
    }

    private static void colour(int argb, byte[] rgb, int to) {
        rgb[to] = (byte) (argb >> 16);
        rgb[to + 1] = (byte) (argb >> 8);
        rgb[to + 2] = (byte) argb;
    }

    private static int level(int sample, int bits) {
        if (bits > 8) {
            return sample >>> bits - 8;
        }
        return bits == 8 ? sample : sample * 255 / ((1 << bits) - 1);
    }
}
