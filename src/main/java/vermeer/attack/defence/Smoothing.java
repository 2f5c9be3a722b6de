package vermeer.attack.defence;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import vermeer.image.Picture;

/** What defences do to pixels. */
final class Smoothing {
    private static final byte GREY = (byte) 128;
    private static final double SMALLEST = 0.8;

    private Smoothing() {}

    /** Rounds levels to as many as fit into this many bits (Xu, Evans, Qi 2018: feature squeezing). */
    static Picture bitDepth(Picture picture, int bits) {
        double steps = (1 << bits) - 1;
        ByteBuffer levels = picture.bytes();
        byte[] rgb = new byte[levels.limit()];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) Math.round(Math.round((levels.get(i) & 0xff) / 255.0 * steps) / steps * 255);
        }
        return Picture.of(picture.width(), picture.height(), rgb);
    }

    /** The median of each value and its eight neighbours; edges are repeated. */
    static Picture median(Picture picture) {
        int width = picture.width();
        int height = picture.height();
        ByteBuffer levels = picture.bytes();
        byte[] rgb = new byte[levels.limit()];
        int[] near = new int[9];
        for (int i = 0; i < rgb.length; i++) {
            int x = i / 3 % width;
            int y = i / 3 / width;
            for (int j = 0; j < near.length; j++) {
                int column = Math.max(0, Math.min(width - 1, x + j % 3 - 1));
                int row = Math.max(0, Math.min(height - 1, y + j / 3 - 1));
                near[j] = levels.get(3 * (row * width + column) + i % 3) & 0xff;
            }
            Arrays.sort(near);
            rgb[i] = (byte) near[4];
        }
        return Picture.of(width, height, rgb);
    }

    /** Shrinks to 80 to 100 % and lies somewhere on grey of the old size (Xie, Wang, Zhang, Ren, Yuille 2018). */
    static Picture randomResize(Picture picture, long draw) {
        SplittableRandom random = new SplittableRandom(draw);
        double scale = SMALLEST + (1 - SMALLEST) * random.nextDouble();
        int longer = Math.max(picture.width(), picture.height());
        Picture small = picture.fitting(Math.max(1, (int) Math.round(scale * longer)));
        int left = random.nextInt(picture.width() - small.width() + 1);
        int top = random.nextInt(picture.height() - small.height() + 1);
        byte[] rgb = new byte[3 * picture.width() * picture.height()];
        Arrays.fill(rgb, GREY);
        ByteBuffer from = small.bytes();
        for (int y = 0; y < small.height(); y++) {
            from.get(3 * y * small.width(), rgb, 3 * ((top + y) * picture.width() + left), 3 * small.width());
        }
        return Picture.of(picture.width(), picture.height(), rgb);
    }
}
