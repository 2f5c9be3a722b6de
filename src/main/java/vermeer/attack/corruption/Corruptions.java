package vermeer.attack.corruption;

import java.util.List;
import java.util.Optional;
import vermeer.image.JpegCopy;

/** All corruptions, in the order of the menu. */
public final class Corruptions {
    private static final List<Corruption> ALL = List.of(
            new Corruption(
                    "brightness", "Brightness", "levels", -200, 0, 200, "Added to every level.", Light::brightness),
            new Corruption(
                    "contrast",
                    "Contrast",
                    "x",
                    0,
                    1,
                    4,
                    "Distances from the mean level, multiplied.",
                    Light::contrast),
            new Corruption("gamma", "Gamma", "", 0.1, 1, 6, "Exponent of the levels as shares of 255.", Light::gamma),
            new Corruption(
                    "saturation", "Saturation", "x", 0, 1, 4, "Distances from grey, multiplied.", Light::saturation),
            new Corruption("hue", "Hue", "°", -180, 0, 180, "Turn around the wheel of colours.", Light::hue),
            new Corruption(
                    "gaussian-noise",
                    "Gaussian noise",
                    "levels",
                    0,
                    0,
                    120,
                    "Standard deviation of noise on every level.",
                    Grain::gaussian),
            new Corruption(
                    "salt-and-pepper",
                    "Salt and pepper",
                    "%",
                    0,
                    0,
                    60,
                    "Share of pixels that become black or white.",
                    Grain::saltAndPepper),
            new Corruption("blur", "Blur", "px", 0, 0, 12, "Standard deviation of a Gaussian blur.", Smear::blur),
            new Corruption("motion-blur", "Motion blur", "px", 0, 0, 60, "Length of a sideways smear.", Smear::motion),
            new Corruption(
                    "jpeg",
                    "JPEG",
                    "quality",
                    1,
                    101,
                    101,
                    "Quality of JPEG compression, 1 to 100; 101 is none.",
                    (picture, quality, seed) -> JpegCopy.of(picture, (int) Math.round(quality))),
            new Corruption(
                    "downscale",
                    "Downscale",
                    "x",
                    1,
                    1,
                    16,
                    "How many times smaller the picture gets.",
                    Geometry::downscale),
            new Corruption(
                    "rotate", "Rotate", "°", -180, 0, 180, "Turn around the centre, clockwise.", Geometry::rotate),
            new Corruption("shift", "Shift", "%", -60, 0, 60, "Sideways move, of the width.", Geometry::shift),
            new Corruption("crop", "Crop", "%", 10, 100, 100, "Share of each side that is kept.", Geometry::crop));

    private Corruptions() {}

    /** Every corruption. */
    public static List<Corruption> all() {
        return ALL;
    }

    /** The corruption of this name. */
    public static Optional<Corruption> named(String name) {
        return ALL.stream().filter(corruption -> corruption.name().equals(name)).findFirst();
    }
}
