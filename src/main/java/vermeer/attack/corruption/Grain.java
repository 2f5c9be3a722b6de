package vermeer.attack.corruption;

import java.util.SplittableRandom;
import vermeer.image.Picture;

/** Corruptions by random numbers; the same seed gives the same grain. */
final class Grain {
    private Grain() {}

    static Picture gaussian(Picture picture, double deviation, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Rgb rgb = Rgb.of(picture);
        for (int i = 0; i < rgb.size(); i++) {
            rgb.set(i, rgb.get(i) + deviation * random.nextGaussian());
        }
        return rgb.picture();
    }

    /** A pixel that is hit at one share stays hit at every larger one. */
    static Picture saltAndPepper(Picture picture, double percent, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Rgb rgb = Rgb.of(picture);
        for (int i = 0; i < rgb.size(); i += 3) {
            double draw = 100 * random.nextDouble();
            int level = random.nextBoolean() ? 255 : 0;
            for (int colour = 0; colour < 3 && draw < percent; colour++) {
                rgb.set(i + colour, level);
            }
        }
        return rgb.picture();
    }
}
