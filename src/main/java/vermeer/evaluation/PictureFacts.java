package vermeer.evaluation;

import vermeer.image.Picture;

/**
 * What can be measured of a picture itself.
 *
 * @param width in pixels
 * @param height in pixels
 * @param brightness mean luma (BT.601), 0 to 255
 * @param sharpness the variance of the Laplacian of the luma, the picture fitted into {@value #SIDE} pixels; small where it is
 *     blurred or flat (Pech-Pacheco et al. 2000)
 */
public record PictureFacts(int width, int height, double brightness, double sharpness) {
    private static final int SIDE = 256;

    /** Measures a picture. */
    public static PictureFacts of(Picture picture) {
        Picture small = picture.fitting(SIDE);
        double[] luma = luma(small);
        double sum = 0;
        for (double value : luma) {
            sum += value;
        }
        return new PictureFacts(
                picture.width(), picture.height(), sum / luma.length, sharpness(luma, small.width(), small.height()));
    }

    private static double[] luma(Picture picture) {
        double[] luma = new double[picture.width() * picture.height()];
        for (int y = 0, at = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++, at++) {
                int rgb = picture.rgb(x, y);
                luma[at] = 0.299 * (rgb >> 16) + 0.587 * (rgb >> 8 & 0xff) + 0.114 * (rgb & 0xff);
            }
        }
        return luma;
    }

    private static double sharpness(double[] luma, int width, int height) {
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++, count++) {
                int at = y * width + x;
                double bend = luma[at - 1] + luma[at + 1] + luma[at - width] + luma[at + width] - 4 * luma[at];
                sum += bend;
                squares += bend * bend;
            }
        }
        return count == 0 ? 0 : squares / count - sum / count * (sum / count);
    }

    /** The number of pixels. */
    public long pixels() {
        return (long) width * height;
    }
}
