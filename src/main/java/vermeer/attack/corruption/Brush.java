package vermeer.attack.corruption;

import java.util.List;
import vermeer.image.Picture;

/**
 * Parts of a picture painted over by hand, to see whether the answer needed them.
 *
 * @param dabs where the brush was
 */
public record Brush(List<Dab> dabs) {

    /**
     * One touch of a round brush, in the picture's pixels.
     *
     * @param rgb the colour, {@code 0xRRGGBB}
     */
    public record Dab(double x, double y, double radius, int rgb) {}

    public Brush {
        dabs = List.copyOf(dabs);
    }

    /** The picture with the paint on it. */
    public Picture apply(Picture picture) {
        Rgb rgb = Rgb.of(picture);
        for (Dab dab : dabs) {
            int top = Math.max(0, (int) Math.floor(dab.y() - dab.radius()));
            int bottom = Math.min(rgb.height() - 1, (int) Math.ceil(dab.y() + dab.radius()));
            int left = Math.max(0, (int) Math.floor(dab.x() - dab.radius()));
            int right = Math.min(rgb.width() - 1, (int) Math.ceil(dab.x() + dab.radius()));
            for (int y = top; y <= bottom; y++) {
                for (int x = left; x <= right; x++) {
                    if (Math.hypot(x - dab.x(), y - dab.y()) <= dab.radius()) {
                        int at = 3 * (y * rgb.width() + x);
                        rgb.set(at, dab.rgb() >> 16 & 0xff);
                        rgb.set(at + 1, dab.rgb() >> 8 & 0xff);
                        rgb.set(at + 2, dab.rgb() & 0xff);
                    }
                }
            }
        }
        return rgb.picture();
    }

    /** The mean colour of a picture, the most neutral paint, as {@code 0xRRGGBB}. */
    public static int meanColour(Picture picture) {
        Rgb rgb = Rgb.of(picture);
        double[] sums = new double[3];
        for (int i = 0; i < rgb.size(); i++) {
            sums[i % 3] += rgb.get(i);
        }
        int pixels = rgb.size() / 3;
        return (int) Math.round(sums[0] / pixels) << 16
                | (int) Math.round(sums[1] / pixels) << 8
                | (int) Math.round(sums[2] / pixels);
    }
}
