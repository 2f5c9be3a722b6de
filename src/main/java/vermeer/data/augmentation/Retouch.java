package vermeer.data.augmentation;

import java.util.Arrays;
import java.util.SplittableRandom;
import vermeer.image.Picture;

/** Light, colour, blur, noise, JPEG and cutout, in this order, on a picture of the network's size. */
final class Retouch {
    private final Augmentation how;
    private final SplittableRandom random;
    private final int width;
    private final int height;
    private final float[] levels;

    private Retouch(Augmentation how, Picture picture, SplittableRandom random) {
        this.how = how;
        this.random = random;
        this.width = picture.width();
        this.height = picture.height();
        byte[] bytes = new byte[3 * width * height];
        picture.bytes().get(bytes);
        levels = new float[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            levels[i] = bytes[i] & 0xff;
        }
    }

    static Picture apply(Augmentation how, Picture picture, SplittableRandom random) {
        if (how.light() + how.colour() + how.blur() + how.noise() + how.jpeg() + how.cutout() == 0) {
            return picture;
        }
        Retouch retouch = new Retouch(how, picture, random);
        retouch.light();
        retouch.colour();
        retouch.blur();
        retouch.noise();
        retouch.jpeg();
        retouch.cutout();
        return retouch.picture();
    }

    private double spread(double most) {
        return (2 * random.nextDouble() - 1) * most;
    }

    private void light() {
        if (how.light() == 0) {
            return;
        }
        double brightness = 1 + spread(how.light());
        double contrast = 1 + spread(how.light());
        double mean = 0;
        for (float level : levels) {
            mean += level;
        }
        mean /= levels.length;
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (float) (((levels[i] - mean) * contrast + mean) * brightness);
        }
    }

    /** Saturation, and hue as a rotation of the chroma plane (YIQ). */
    private void colour() {
        if (how.colour() == 0) {
            return;
        }
        double saturation = 1 + spread(how.colour());
        double angle = spread(how.colour()) * Math.PI / 2;
        double cos = Math.cos(angle) * saturation;
        double sin = Math.sin(angle) * saturation;
        for (int i = 0; i < levels.length; i += 3) {
            double y = 0.299 * levels[i] + 0.587 * levels[i + 1] + 0.114 * levels[i + 2];
            double in = 0.596 * levels[i] - 0.274 * levels[i + 1] - 0.322 * levels[i + 2];
            double qu = 0.211 * levels[i] - 0.523 * levels[i + 1] + 0.312 * levels[i + 2];
            double turnedIn = cos * in - sin * qu;
            double turnedQu = sin * in + cos * qu;
            levels[i] = (float) (y + 0.956 * turnedIn + 0.621 * turnedQu);
            levels[i + 1] = (float) (y - 0.272 * turnedIn - 0.647 * turnedQu);
            levels[i + 2] = (float) (y - 1.106 * turnedIn + 1.703 * turnedQu);
        }
    }

    private void blur() {
        double sigma = how.blur() == 0 ? 0 : random.nextDouble() * how.blur() / 100 * Math.min(width, height);
        if (sigma > 0.1) {
            GaussianBlur.apply(levels, width, height, sigma);
        }
    }

    private void noise() {
        if (how.noise() == 0) {
            return;
        }
        double deviation = random.nextDouble() * how.noise();
        for (int i = 0; i < levels.length; i++) {
            levels[i] += (float) (random.nextGaussian() * deviation);
        }
    }

    private void jpeg() {
        if (how.jpeg() > 0) {
            JpegLoss.apply(levels, width, height, 100 - random.nextDouble() * how.jpeg());
        }
    }

    private void cutout() {
        double area = how.cutout() == 0 ? 0 : random.nextDouble() * how.cutout();
        int across = (int) Math.round(width * Math.sqrt(area));
        int down = (int) Math.round(height * Math.sqrt(area));
        if (across == 0 || down == 0) {
            return;
        }
        int left = random.nextInt(width - across + 1);
        int top = random.nextInt(height - down + 1);
        for (int y = top; y < top + down; y++) {
            Arrays.fill(levels, 3 * (y * width + left), 3 * (y * width + left + across), 128);
        }
    }

    private Picture picture() {
        byte[] bytes = new byte[levels.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.max(0, Math.min(255, Math.round(levels[i])));
        }
        return Picture.of(width, height, bytes);
    }
}
