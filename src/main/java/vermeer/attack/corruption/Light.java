package vermeer.attack.corruption;

import java.util.function.IntToDoubleFunction;
import vermeer.image.Picture;

/** Corruptions of brightness and colour, pixel by pixel. */
final class Light {
    private static final double[] LUMA = {0.299, 0.587, 0.114};

    private Light() {}

    static Picture brightness(Picture picture, double levels, long seed) {
        return mapped(picture, level -> level + levels);
    }

    static Picture contrast(Picture picture, double factor, long seed) {
        Rgb rgb = Rgb.of(picture);
        double sum = 0;
        for (int i = 0; i < rgb.size(); i++) {
            sum += rgb.get(i);
        }
        double mean = sum / rgb.size();
        return mapped(picture, level -> mean + factor * (level - mean));
    }

    static Picture gamma(Picture picture, double exponent, long seed) {
        return mapped(picture, level -> 255 * Math.pow(level / 255.0, exponent));
    }

    static Picture saturation(Picture picture, double factor, long seed) {
        Rgb rgb = Rgb.of(picture);
        for (int i = 0; i < rgb.size(); i += 3) {
            double luma = LUMA[0] * rgb.get(i) + LUMA[1] * rgb.get(i + 1) + LUMA[2] * rgb.get(i + 2);
            for (int colour = 0; colour < 3; colour++) {
                rgb.set(i + colour, luma + factor * (rgb.get(i + colour) - luma));
            }
        }
        return rgb.picture();
    }

    /** Turns the two colour differences of YIQ, so that brightness stays. */
    static Picture hue(Picture picture, double degrees, long seed) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        Rgb rgb = Rgb.of(picture);
        for (int i = 0; i < rgb.size(); i += 3) {
            double red = rgb.get(i);
            double green = rgb.get(i + 1);
            double blue = rgb.get(i + 2);
            double luma = LUMA[0] * red + LUMA[1] * green + LUMA[2] * blue;
            double inPhase = 0.596 * red - 0.274 * green - 0.322 * blue;
            double quadrature = 0.211 * red - 0.523 * green + 0.312 * blue;
            double turned = inPhase * cos - quadrature * sin;
            double other = inPhase * sin + quadrature * cos;
            rgb.set(i, luma + 0.956 * turned + 0.621 * other);
            rgb.set(i + 1, luma - 0.272 * turned - 0.647 * other);
            rgb.set(i + 2, luma - 1.107 * turned + 1.704 * other);
        }
        return rgb.picture();
    }

    private static Picture mapped(Picture picture, IntToDoubleFunction level) {
        double[] table = new double[256];
        for (int i = 0; i < table.length; i++) {
            table[i] = level.applyAsDouble(i);
        }
        Rgb rgb = Rgb.of(picture);
        for (int i = 0; i < rgb.size(); i++) {
            rgb.set(i, table[rgb.get(i)]);
        }
        return rgb.picture();
    }
}
