package vermeer.data.inspection;

import vermeer.image.Picture;

/**
 * A small grey picture: luminances (ITU-R 601), 0 to 255, each the mean of the pixels that it stands for.
 *
 * @param values row by row
 */
public record Luminance(int width, int height, float[] values) {

    /** A picture with its longer side at most this long. */
    public static Luminance of(Picture picture, int longerSide) {
        double scale = Math.min(1, (double) longerSide / Math.max(picture.width(), picture.height()));
        int width = Math.max(1, (int) Math.round(picture.width() * scale));
        int height = Math.max(1, (int) Math.round(picture.height() * scale));
        byte[] rgb = new byte[3 * picture.width() * picture.height()];
        picture.bytes().get(rgb);
        float[] luminances = new float[rgb.length / 3];
        for (int i = 0, at = 0; i < luminances.length; i++, at += 3) {
            luminances[i] = 0.299f * (rgb[at] & 0xff) + 0.587f * (rgb[at + 1] & 0xff) + 0.114f * (rgb[at + 2] & 0xff);
        }
        return new Luminance(picture.width(), picture.height(), luminances).scaled(width, height);
    }

    /** Pulled to this size. */
    Luminance scaled(int newWidth, int newHeight) {
        float[] scaled = new float[newWidth * newHeight];
        for (int y = 0; y < newHeight; y++) {
            int top = (int) ((long) y * height / newHeight);
            int bottom = Math.max(top + 1, (int) ((y + 1L) * height / newHeight));
            for (int x = 0; x < newWidth; x++) {
                int left = (int) ((long) x * width / newWidth);
                int right = Math.max(left + 1, (int) ((x + 1L) * width / newWidth));
                float sum = 0;
                for (int row = top; row < bottom; row++) {
                    for (int column = left; column < right; column++) {
                        sum += values[row * width + column];
                    }
                }
                scaled[y * newWidth + x] = sum / ((bottom - top) * (right - left));
            }
        }
        return new Luminance(newWidth, newHeight, scaled);
    }

    /** The mean of the luminances. */
    public double mean() {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Variance of the Laplacian, high where there are sharp edges; 0 for a picture that is too small to have one. */
    public double sharpness() {
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int at = y * width + x;
                double laplacian =
                        values[at - 1] + values[at + 1] + values[at - width] + values[at + width] - 4 * values[at];
                sum += laplacian;
                squares += laplacian * laplacian;
                count++;
            }
        }
        return count == 0 ? 0 : squares / count - sum / count * (sum / count);
    }
}
