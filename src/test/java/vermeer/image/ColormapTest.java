package vermeer.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColormapTest {
    /** CIELAB lightness, 0 to 100, of an sRGB colour. */
    private static double lightness(int colour) {
        double luminance = 0.2126 * linear(colour >> 16 & 0xff)
                + 0.7152 * linear(colour >> 8 & 0xff)
                + 0.0722 * linear(colour & 0xff);
        return luminance > 0.008856 ? 116 * Math.cbrt(luminance) - 16 : 903.3 * luminance;
    }

    private static double linear(int level) {
        double share = level / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    @ParameterizedTest
    @EnumSource(Colormap.class)
    void lightnessRisesEvenlyToTheEndOrTheMiddle(Colormap map) {
        int end = map.diverging() ? 127 : 255;
        double span = lightness(map.colour(end / 255.0)) - lightness(map.colour(0));
        assertTrue(span > 55, "lightness spans " + span);
        for (int step = 0; step < end; step++) {
            double rise = lightness(map.colour((step + 1) / 255.0)) - lightness(map.colour(step / 255.0));
            assertTrue(rise > -0.35 && rise < 4 * span / end, "step " + step + " rises by " + rise);
            if (map.diverging()) {
                double mirrored = lightness(map.colour(1 - step / 255.0)) - lightness(map.colour(step / 255.0));
                assertEquals(0, mirrored, 1.5, "both halves are equally light at step " + step);
            }
        }
    }

    @Test
    void theEndsAreThePublishedOnes() {
        assertEquals(0xff440154, Colormap.VIRIDIS.colour(0));
        assertEquals(0xfffde725, Colormap.VIRIDIS.colour(1));
        assertEquals(0xff000004, Colormap.INFERNO.colour(-1));
        assertEquals(0xfffee838, Colormap.CIVIDIS.colour(2));
    }

    @Test
    void zeroIsWhiteInTheDivergingMap() {
        assertTrue(lightness(Colormap.BLUE_RED.colour(0.5)) > 96);
    }
}
