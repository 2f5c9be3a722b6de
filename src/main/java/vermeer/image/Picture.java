package vermeer.image;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * An upright 8-bit RGB picture; immutable. Pixels lie row by row from the top left, three bytes each: red, green, blue.
 * Alpha and embedded colour profiles are dropped as Pillow's {@code convert("RGB")} drops them, so that a network sees
 * what it saw in training.
 */
public final class Picture {
    private final int width;
    private final int height;
    private final byte[] rgb;
    private final List<String> notices;

    private Picture(int width, int height, byte[] rgb, List<String> notices) {
        if (width < 1 || height < 1 || rgb.length != 3L * width * height) {
            throw new IllegalArgumentException(width + " x " + height + " pixels do not fit " + rgb.length + " bytes");
        }
        this.width = width;
        this.height = height;
        this.rgb = rgb;
        this.notices = List.copyOf(notices);
    }

    /**
     * A picture of these levels.
     *
     * @param rgb {@code 3 * width * height} bytes; the picture keeps the array, so the caller must not write to it again
     */
    public static Picture of(int width, int height, byte[] rgb) {
        return new Picture(width, height, rgb, List.of());
    }

    /** The same pixels with notices for the user. */
    public Picture withNotices(List<String> notices) {
        return new Picture(width, height, rgb, notices);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** What the user should know of how the file was read, such as that a huge picture was reduced; mostly empty. */
    public List<String> notices() {
        return notices;
    }

    /** The pixel as {@code 0xRRGGBB}. */
    public int rgb(int x, int y) {
        int at = 3 * (y * width + x);
        return (rgb[at] & 0xff) << 16 | (rgb[at + 1] & 0xff) << 8 | rgb[at + 2] & 0xff;
    }

    /** All pixels as opaque {@code 0xFFRRGGBB}, row by row; a new array. */
    public int[] argb() {
        int[] pixels = new int[width * height];
        for (int i = 0, at = 0; i < pixels.length; i++, at += 3) {
            pixels[i] = 0xff000000 | (rgb[at] & 0xff) << 16 | (rgb[at + 1] & 0xff) << 8 | rgb[at + 2] & 0xff;
        }
        return pixels;
    }

    /** A copy whose longer side has at most {@code side} pixels, averaged; this picture where it is small enough. */
    public Picture fitting(int side) {
        int longer = Math.max(width, height);
        if (longer <= side) {
            return this;
        }
        int newWidth = Math.max(1, (int) Math.round((double) width * side / longer));
        int newHeight = Math.max(1, (int) Math.round((double) height * side / longer));
        return of(
                        newWidth,
                        newHeight,
                        Resampling.resize(rgb, width, height, 3, newWidth, newHeight, Interpolation.BILINEAR))
                .withNotices(notices);
    }

    /** The levels, read-only: red, green, blue of each pixel. */
    public ByteBuffer bytes() {
        return ByteBuffer.wrap(rgb).asReadOnlyBuffer();
    }

    /** The array itself, for this package only. */
    byte[] levels() {
        return rgb;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Picture picture
                && width == picture.width
                && height == picture.height
                && Arrays.equals(rgb, picture.rgb);
    }

    @Override
    public int hashCode() {
        return 31 * width + Arrays.hashCode(rgb);
    }

    @Override
    public String toString() {
        return "Picture[" + width + " x " + height + "]";
    }
}
