package vermeer.image;

import java.awt.image.DataBufferByte;
import java.awt.image.Raster;

/** From a JPEG's raw components to RGB, in libjpeg's fixed point for YCbCr and Pillow's for CMYK. */
enum JpegColours {
    GREY(1) {
        @Override
        void convert(byte[] raw, int from, byte[] rgb, int to) {
            rgb[to] = rgb[to + 1] = rgb[to + 2] = raw[from];
        }
    },
    RGB(3) {
        @Override
        void convert(byte[] raw, int from, byte[] rgb, int to) {
            rgb[to] = raw[from];
            rgb[to + 1] = raw[from + 1];
            rgb[to + 2] = raw[from + 2];
        }
    },
    YCC(3) {
        @Override
        void convert(byte[] raw, int from, byte[] rgb, int to) {
            int y = raw[from] & 0xff;
            int cb = (raw[from + 1] & 0xff) - 128;
            int cr = (raw[from + 2] & 0xff) - 128;
            rgb[to] = clip(y + (RED * cr + HALF >> 16));
            rgb[to + 1] = clip(y + (-GREEN_CB * cb - GREEN_CR * cr + HALF >> 16));
            rgb[to + 2] = clip(y + (BLUE * cb + HALF >> 16));
        }
    },
    CMYK(4) {
        @Override
        void convert(byte[] raw, int from, byte[] rgb, int to) {
            Cmyk.convert(raw[from], raw[from + 1], raw[from + 2], raw[from + 3], rgb, to);
        }
    },
    /** As Adobe writes it: 255 is no ink. */
    INVERTED_CMYK(4) {
        @Override
        void convert(byte[] raw, int from, byte[] rgb, int to) {
            Cmyk.convert(~raw[from], ~raw[from + 1], ~raw[from + 2], ~raw[from + 3], rgb, to);
        }
    },
    /** Inverted CMYK whose first three inks are stored as YCbCr of their complement. */
    INVERTED_YCCK(4) {
        @Override
        void convert(byte[] raw, int from, byte[] rgb, int to) {
            byte[] complement = new byte[3];
            YCC.convert(raw, from, complement, 0);
            Cmyk.convert(complement[0], complement[1], complement[2], ~raw[from + 3], rgb, to);
        }
    },
    UNKNOWN(0) {
        @Override
        void convert(byte[] raw, int from, byte[] rgb, int to) {
            throw new IllegalStateException("the number of components is not 1, 3 or 4");
        }
    };

    private static final int HALF = 1 << 15;
    private static final int RED = 91881;
    private static final int BLUE = 116130;
    private static final int GREEN_CB = 22554;
    private static final int GREEN_CR = 46802;

    private final int components;

    JpegColours(int components) {
        this.components = components;
    }

    /** One pixel; may be called with {@code raw} as {@code rgb} where three components stay three. */
    abstract void convert(byte[] raw, int from, byte[] rgb, int to);

    private static byte clip(int level) {
        return (byte) Math.max(0, Math.min(255, level));
    }

    /** A whole picture; three components are converted where they lie. */
    Picture picture(Raster raster) {
        byte[] raw = ((DataBufferByte) raster.getDataBuffer()).getData();
        int pixels = raster.getWidth() * raster.getHeight();
        if (raster.getNumBands() != components || raw.length != pixels * components) {
            throw new IllegalStateException("the components are not those of the header");
        }
        byte[] rgb = components == 3 ? raw : new byte[3 * pixels];
        for (int i = 0; i < pixels; i++) {
            convert(raw, i * components, rgb, 3 * i);
        }
        return Picture.of(raster.getWidth(), raster.getHeight(), rgb);
    }
}
