package vermeer.ui.strip;

import vermeer.image.Picture;

/** Makes pictures small. */
final class Thumbnail {
    private Thumbnail() {}

    /** The picture with its longer side at most this long, each pixel the mean of those it stands for. */
    static Picture of(Picture picture, int longerSide) {
        double scale = (double) longerSide / Math.max(picture.width(), picture.height());
        if (scale >= 1) {
            return picture;
        }
        int width = Math.max(1, (int) Math.round(picture.width() * scale));
        int height = Math.max(1, (int) Math.round(picture.height() * scale));
        byte[] rgb = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            int top = (int) ((long) y * picture.height() / height);
            int bottom = Math.max(top + 1, (int) ((y + 1L) * picture.height() / height));
            for (int x = 0; x < width; x++) {
                int left = (int) ((long) x * picture.width() / width);
                int right = Math.max(left + 1, (int) ((x + 1L) * picture.width() / width));
                mean(picture, left, top, right, bottom, rgb, 3 * (y * width + x));
            }
        }
        return Picture.of(width, height, rgb);
    }

    private static void mean(Picture picture, int left, int top, int right, int bottom, byte[] rgb, int at) {
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int pixel = picture.rgb(x, y);
                red += pixel >> 16 & 0xff;
                green += pixel >> 8 & 0xff;
                blue += pixel & 0xff;
            }
        }
        long count = (long) (right - left) * (bottom - top);
        rgb[at] = (byte) (red / count);
        rgb[at + 1] = (byte) (green / count);
        rgb[at + 2] = (byte) (blue / count);
    }
}
