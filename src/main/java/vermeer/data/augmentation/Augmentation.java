package vermeer.data.augmentation;

import vermeer.setting.Help;
import vermeer.setting.Range;

/**
 * How much photos are changed at most; each is changed by chance up to that. 0 leaves it out.
 *
 * @param flip probability
 * @param upsideDown probability
 * @param rotate degrees
 * @param crop share of a side
 * @param zoom share
 * @param light share
 * @param colour share
 * @param blur percent of the shorter side, the Gaussian's standard deviation
 * @param noise levels, the standard deviation
 * @param jpeg quality points
 * @param cutout share of the area
 * @param mixup alpha of the Beta distribution (Zhang et al., 2018, "mixup: beyond empirical risk minimization")
 */
public record Augmentation(
        @Help(value = "How often a photo is mirrored left to right: 0.5 is every second one.") @Range(min = 0, max = 1)
                double flip,
        @Help(value = "How often a photo is turned upside down; for pictures from above, such as of a microscope.")
                @Range(min = 0, max = 1)
                double upsideDown,
        @Help(value = "Turned by up to this angle, either way.", unit = "°") @Range(min = 0, max = 180) double rotate,
        @Help(value = "Up to this share of each side is cut off, at a place by chance.") @Range(min = 0, max = 0.8)
                double crop,
        @Help(value = "Made larger or smaller by up to this share.") @Range(min = 0, max = 0.8) double zoom,
        @Help(value = "Brightness and contrast changed by up to this share.") @Range(min = 0, max = 1) double light,
        @Help(value = "Colours stronger, paler or shifted by up to this share.") @Range(min = 0, max = 1) double colour,
        @Help(value = "Blurred by up to this much of the shorter side.", unit = "%") @Range(min = 0, max = 5)
                double blur,
        @Help(value = "Noise of up to so many of the 256 levels.", unit = "levels") @Range(min = 0, max = 80)
                double noise,
        @Help(value = "Saved as JPEG with up to so many points of quality lost, of 100.") @Range(min = 0, max = 95)
                double jpeg,
        @Help(value = "A grey square over up to this share of the area.") @Range(min = 0, max = 0.5) double cutout,
        @Help(value = "Two photos laid over each other, with shares of both labels; 0.2 is usual.")
                @Range(min = 0, max = 1)
                double mixup) {

    /** @throws IllegalArgumentException where a strength is negative or no number */
    public Augmentation {
        for (double strength :
                new double[] {flip, upsideDown, rotate, crop, zoom, light, colour, blur, noise, jpeg, cutout, mixup}) {
            if (!(strength >= 0)) {
                throw new IllegalArgumentException("the strength of an augmentation is a number from 0");
            }
        }
    }

    /** Changes that hardly ever change what a photo shows: mirrored, slightly turned, nearer, brighter. */
    public Augmentation() {
        this(0.5, 0, 10, 0.1, 0.1, 0.2, 0.1, 0, 0, 0, 0, 0);
    }

    /** No change at all. */
    public static Augmentation none() {
        return new Augmentation(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** Whether it changes nothing. */
    public boolean nothing() {
        return equals(none());
    }
}
