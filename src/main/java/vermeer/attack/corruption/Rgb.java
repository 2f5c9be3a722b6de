package vermeer.attack.corruption;

import vermeer.image.Picture;

/** A picture's levels as an array that may be changed: red, green and blue of each pixel. */
final class Rgb {
    private final int width;
    private final int height;
    private final byte[] levels;

    Rgb(int width, int height) {
        this.width = width;
        this.height = height;
        levels = new byte[3 * width * height];
    }

    static Rgb of(Picture picture) {
        Rgb rgb = new Rgb(picture.width(), picture.height());
        picture.bytes().get(rgb.levels);
        return rgb;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int size() {
        return levels.length;
    }

    int get(int index) {
        return levels[index] & 0xff;
    }

    void set(int index, double level) {
        levels[index] = (byte) Math.max(0, Math.min(255, Math.round(level)));
    }

    Picture picture() {
        return Picture.of(width, height, levels);
    }
}
