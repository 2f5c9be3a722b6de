package vermeer.ui.control;

import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import vermeer.image.Picture;

/** Pictures as JavaFX images. */
public final class FxImage {
    /** Graphics cards draw no texture with longer sides. */
    private static final int LONGEST_SIDE = 8192;

    private FxImage() {}

    /** An image of a picture; one that is longer than a graphics card can draw is shown with fewer pixels. */
    public static WritableImage image(Picture picture) {
        int step = (Math.max(picture.width(), picture.height()) + LONGEST_SIDE - 1) / LONGEST_SIDE;
        if (step <= 1) {
            WritableImage image = new WritableImage(picture.width(), picture.height());
            image.getPixelWriter()
                    .setPixels(
                            0,
                            0,
                            picture.width(),
                            picture.height(),
                            PixelFormat.getByteRgbInstance(),
                            picture.bytes(),
                            3 * picture.width());
            return image;
        }
        int width = Math.max(1, picture.width() / step);
        int height = Math.max(1, picture.height() / step);
        int[] argb = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                argb[y * width + x] = 0xff000000 | picture.rgb(x * step, y * step);
            }
        }
        return image(width, height, argb);
    }

    /** An image of {@code 0xAARRGGBB} values, row by row. */
    public static WritableImage image(int width, int height, int[] argb) {
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return image;
    }

    /** Colours from left to right as a bar of this height; stretched, it stays what it is. */
    public static WritableImage bar(int[] argb, int height) {
        int[] rows = new int[argb.length * height];
        for (int row = 0; row < height; row++) {
            System.arraycopy(argb, 0, rows, row * argb.length, argb.length);
        }
        return image(argb.length, height, rows);
    }
}
