package vermeer.ui;

import java.nio.file.Path;
import vermeer.file.FileException;
import vermeer.image.Picture;
import vermeer.image.Pixels;

/** Pictures for tests: grey, with a red or a blue square where the toy network looks for it. */
public final class Pictures {
    private static final int WIDTH = 96;
    private static final int HEIGHT = 64;

    private Pictures() {}

    public static Picture redSquare() {
        return squares(255, 0);
    }

    public static Picture blueSquare() {
        return squares(0, 255);
    }

    /** More red than blue. */
    public static Picture redAndBlueSquare() {
        return squares(255, 128);
    }

    /** Writes the picture as PNG into a folder. */
    public static Path write(Picture picture, Path file) throws FileException {
        Pixels.of(picture).writePng(file);
        return file;
    }

    private static Picture squares(int red, int blue) {
        byte[] rgb = new byte[3 * WIDTH * HEIGHT];
        for (int y = 16; y < 32; y++) {
            for (int x = 0; x < 16; x++) {
                rgb[3 * (y * WIDTH + x + 32)] = (byte) red;
                rgb[3 * ((y + 24) * WIDTH + x + 56) + 2] = (byte) blue;
            }
        }
        return Picture.of(WIDTH, HEIGHT, rgb);
    }
}
