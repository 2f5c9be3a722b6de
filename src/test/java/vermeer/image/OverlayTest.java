package vermeer.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OverlayTest {
    private static final Scale UNIT = Scale.fixed(0, 1);

    private static Picture grey(int width, int height) {
        byte[] rgb = new byte[3 * width * height];
        Arrays.fill(rgb, (byte) 100);
        return Picture.of(width, height, rgb);
    }

    private static int grey(int level) {
        return 0xff000000 | level * 0x010101;
    }

    @Test
    void cellsAreShownAsTheyAreWhenNotSmooth() {
        Heatmap map = new Heatmap(1, 2, new float[] {0, 1}, new Region(0, 0, 4, 1), "m");

        int[] drawn = new Overlay(Colormap.GREYS, UNIT, 1, false).draw(grey(4, 1), map);

        assertArrayEquals(new int[] {grey(0), grey(0), grey(255), grey(255)}, drawn);
    }

    @Test
    void smoothValuesLieOnTheLineBetweenTheCellsCentres() {
        Heatmap map = new Heatmap(1, 2, new float[] {0, 1}, new Region(0, 0, 4, 1), "m");

        int[] drawn = new Overlay(Colormap.GREYS, UNIT, 1, true).draw(grey(4, 1), map);

        assertArrayEquals(new int[] {grey(0), grey(64), grey(191), grey(255)}, drawn);
    }

    @Test
    void whatTheMapDoesNotReachIsDarkened() {
        Heatmap map = new Heatmap(1, 1, new float[] {1}, new Region(2, 1, 3, 2), "m");

        int[] drawn = new Overlay(Colormap.GREYS, UNIT, 1, true).draw(grey(8, 4), map);

        for (int y = 0; y < 4; y++) {
            for (int x = 0; x < 8; x++) {
                boolean seen = x >= 2 && x < 5 && y >= 1 && y < 3;
                if (seen) {
                    assertEquals(grey(255), drawn[8 * y + x]);
                } else {
                    assertNotEquals(grey(100), drawn[8 * y + x]);
                    assertNotEquals(grey(255), drawn[8 * y + x]);
                }
            }
        }
    }

    @Test
    void noOpacityIsThePictureAndHalfIsTheMiddle() {
        Heatmap map = new Heatmap(1, 1, new float[] {1}, new Region(0, 0, 2, 2), "m");

        assertEquals(grey(100), new Overlay(Colormap.GREYS, UNIT, 0, true).draw(grey(2, 2), map)[3]);
        assertEquals(grey(177), new Overlay(Colormap.GREYS, UNIT, 0.5, true).draw(grey(2, 2), map)[3]);
    }

    @Test
    void whatIsNotANumberLeavesThePicture() {
        Heatmap map = new Heatmap(1, 2, new float[] {Float.NaN, 1}, new Region(0, 0, 2, 1), "m");

        assertArrayEquals(
                new int[] {grey(100), grey(255)}, new Overlay(Colormap.GREYS, UNIT, 1, false).draw(grey(2, 1), map));
    }

    @Test
    void aPaddedRegionReachesBeyondThePicture() {
        Heatmap map = new Heatmap(2, 1, new float[] {0, 1}, new Region(0, -2, 2, 4), "m");

        assertEquals(grey(255), new Overlay(Colormap.GREYS, UNIT, 1, false).draw(grey(2, 2), map)[0]);
    }

    @Test
    void theFigureHoldsTheVeryOverlayAtThePicturesResolution() {
        Picture picture = grey(600, 300);
        float[] values = new float[49];
        for (int i = 0; i < values.length; i++) {
            values[i] = i - 20;
        }
        Heatmap map = new Heatmap(7, 7, values, new Region(150, 0, 300, 300), "share of the logit");
        Overlay overlay = Overlay.suiting(map);

        Pixels figure =
                new Figure(picture, map, overlay, "Grad-CAM: tabby (281)", java.util.List.of("relu true")).draw();

        int left = (figure.width() - picture.width()) / 2;
        int top = rowOf(figure, left, overlay.draw(picture, map));
        for (int y = 0; y < picture.height(); y++) {
            int from = (top + y) * figure.width() + left;
            assertArrayEquals(
                    Arrays.copyOfRange(overlay.draw(picture, map), y * 600, y * 600 + 600),
                    Arrays.copyOfRange(figure.argb(), from, from + 600));
        }
    }

    private static int rowOf(Pixels figure, int left, int[] drawn) {
        int[] first = Arrays.copyOf(drawn, 600);
        for (int y = 0; y < figure.height(); y++) {
            int from = y * figure.width() + left;
            if (Arrays.equals(first, Arrays.copyOfRange(figure.argb(), from, from + 600))) {
                return y;
            }
        }
        throw new AssertionError("the picture is not in the figure");
    }
}
