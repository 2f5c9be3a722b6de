package vermeer.attack.corruption;

import vermeer.image.Picture;

/** Corruptions of size and place; what comes into the picture from outside is mid grey. */
final class Geometry {
    private static final int GREY = 128;

    private Geometry() {}

    static Picture downscale(Picture picture, double factor, long seed) {
        int longer = Math.max(picture.width(), picture.height());
        return picture.fitting(Math.max(1, (int) Math.round(longer / factor)));
    }

    static Picture rotate(Picture picture, double degrees, long seed) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        double middleX = (picture.width() - 1) / 2.0;
        double middleY = (picture.height() - 1) / 2.0;
        return moved(picture, (x, y, at) -> {
            at[0] = middleX + cos * (x - middleX) + sin * (y - middleY);
            at[1] = middleY - sin * (x - middleX) + cos * (y - middleY);
        });
    }

    static Picture shift(Picture picture, double percent, long seed) {
        double by = picture.width() * percent / 100;
        return moved(picture, (x, y, at) -> {
            at[0] = x - by;
            at[1] = y;
        });
    }

    static Picture crop(Picture picture, double percent, long seed) {
        int width = Math.max(1, (int) Math.round(picture.width() * percent / 100));
        int height = Math.max(1, (int) Math.round(picture.height() * percent / 100));
        int left = (picture.width() - width) / 2;
        int top = (picture.height() - height) / 2;
        Rgb from = Rgb.of(picture);
        Rgb to = new Rgb(width, height);
        for (int i = 0; i < to.size(); i++) {
            int pixel = i / 3;
            int source = (top + pixel / width) * picture.width() + left + pixel % width;
            to.set(i, from.get(3 * source + i % 3));
        }
        return to.picture();
    }

    /** Where a pixel comes from. */
    private interface Origin {
        void of(int x, int y, double[] at);
    }

    /** Takes each pixel from elsewhere, between pixels bilinearly. */
    private static Picture moved(Picture picture, Origin origin) {
        Rgb from = Rgb.of(picture);
        Rgb to = new Rgb(picture.width(), picture.height());
        double[] at = new double[2];
        for (int y = 0; y < to.height(); y++) {
            for (int x = 0; x < to.width(); x++) {
                origin.of(x, y, at);
                int left = (int) Math.floor(at[0]);
                int top = (int) Math.floor(at[1]);
                double across = at[0] - left;
                double down = at[1] - top;
                for (int colour = 0; colour < 3; colour++) {
                    double upper =
                            (1 - across) * level(from, left, top, colour) + across * level(from, left + 1, top, colour);
                    double lower = (1 - across) * level(from, left, top + 1, colour)
                            + across * level(from, left + 1, top + 1, colour);
                    to.set(3 * (y * to.width() + x) + colour, (1 - down) * upper + down * lower);
                }
            }
        }
        return to.picture();
    }

    private static int level(Rgb from, int x, int y, int colour) {
        boolean inside = x >= 0 && y >= 0 && x < from.width() && y < from.height();
        return inside ? from.get(3 * (y * from.width() + x) + colour) : GREY;
    }
}
