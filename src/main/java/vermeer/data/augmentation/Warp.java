package vermeer.data.augmentation;

import java.util.SplittableRandom;
import vermeer.image.Picture;

/**
 * Where each pixel of a changed photo comes from: {@code x = ax * u + bx * v + cx}, {@code y = ay * u + by * v + cy} for its
 * pixel {@code (u, v)}, in pixels from the top left pixel's centre. All turning, cutting and mirroring is one such map, so that a
 * photo is sampled once.
 */
record Warp(double ax, double bx, double cx, double ay, double by, double cy) {

    /** A map by chance for a picture of this size. */
    static Warp draw(Augmentation how, int width, int height, SplittableRandom random) {
        double centreX = (width - 1) / 2.0;
        double centreY = (height - 1) / 2.0;
        double angle = Math.toRadians(spread(random, how.rotate()));
        double side = 1 - how.crop() * random.nextDouble();
        double scale = side / (1 + spread(random, how.zoom()));
        double shiftX = (random.nextDouble() - 0.5) * (1 - side) * width;
        double shiftY = (random.nextDouble() - 0.5) * (1 - side) * height;
        double mirror = random.nextDouble() < how.flip() ? -1 : 1;
        double over = random.nextDouble() < how.upsideDown() ? -1 : 1;
        double cos = Math.cos(angle) * scale;
        double sin = Math.sin(angle) * scale;
        double ax = cos * mirror;
        double bx = -sin * over;
        double ay = sin * mirror;
        double by = cos * over;
        return new Warp(
                ax,
                bx,
                centreX + shiftX - ax * centreX - bx * centreY,
                ay,
                by,
                centreY + shiftY - ay * centreX - by * centreY);
    }

    private static double spread(SplittableRandom random, double most) {
        return (2 * random.nextDouble() - 1) * most;
    }

    boolean identity() {
        return ax == 1 && bx == 0 && cx == 0 && ay == 0 && by == 1 && cy == 0;
    }

    /** The picture seen through the map, bilinear; what lies beyond its edges is its mirror image. */
    Picture apply(Picture picture) {
        if (identity()) {
            return picture;
        }
        int width = picture.width();
        int height = picture.height();
        byte[] source = new byte[3 * width * height];
        picture.bytes().get(source);
        byte[] warped = new byte[source.length];
        int at = 0;
        for (int v = 0; v < height; v++) {
            for (int u = 0; u < width; u++, at += 3) {
                double x = ax * u + bx * v + cx;
                double y = ay * u + by * v + cy;
                int left = (int) Math.floor(x);
                int top = (int) Math.floor(y);
                int x0 = inside(left, width);
                int x1 = inside(left + 1, width);
                int row0 = inside(top, height) * width;
                int row1 = inside(top + 1, height) * width;
                mix(
                        source,
                        3 * (row0 + x0),
                        3 * (row0 + x1),
                        3 * (row1 + x0),
                        3 * (row1 + x1),
                        x - left,
                        y - top,
                        warped,
                        at);
            }
        }
        return Picture.of(width, height, warped);
    }

    private static void mix(byte[] from, int a, int b, int c, int d, double right, double down, byte[] to, int at) {
        for (int colour = 0; colour < 3; colour++) {
            double upper = (from[a + colour] & 0xff) * (1 - right) + (from[b + colour] & 0xff) * right;
            double lower = (from[c + colour] & 0xff) * (1 - right) + (from[d + colour] & 0xff) * right;
            to[at + colour] = (byte) (int) (upper * (1 - down) + lower * down + 0.5);
        }
    }

    /** A place mirrored into {@code 0 .. length - 1}. */
    private static int inside(int place, int length) {
        int period = 2 * length;
        int folded = Math.floorMod(place, period);
        return folded < length ? folded : period - 1 - folded;
    }
}
