package vermeer.evaluation;

import vermeer.data.inspection.Luminance;
import vermeer.image.Picture;

/**
 * What can be measured of a picture itself, as {@link vermeer.data.inspection.Inspector} does.
 *
 * @param width in pixels
 * @param height in pixels
 * @param brightness mean luminance, 0 to 255
 * @param sharpness variance of the Laplacian of the luminance, of the picture with its longer side at {@value #SIDE} pixels; small
 *     where it is blurred or flat (Pech-Pacheco et al. 2000)
 */
public record PictureMeasures(int width, int height, double brightness, double sharpness) {
    private static final int SIDE = 256;

    /** Measures a picture. */
    public static PictureMeasures of(Picture picture) {
        Luminance small = Luminance.of(picture, SIDE);
        return new PictureMeasures(picture.width(), picture.height(), small.mean(), small.sharpness());
    }

    /** The number of pixels. */
    public long pixels() {
        return (long) width * height;
    }
}
