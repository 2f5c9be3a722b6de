package vermeer.attack.corruption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vermeer.image.JpegCopy;
import vermeer.image.Picture;

/** What every corruption promises, and known answers of some. */
class CorruptionsTest {
    private static final int WIDTH = 40;
    private static final int HEIGHT = 30;

    static Stream<Corruption> corruptions() {
        return Corruptions.all().stream();
    }

    @ParameterizedTest
    @MethodSource("corruptions")
    void noStrengthLeavesThePictureAsItIs(Corruption corruption) {
        Picture picture = picture();
        assertSame(picture, corruption.apply(picture, corruption.none(), 0));
    }

    @ParameterizedTest
    @MethodSource("corruptions")
    void bothEndsChangeThePictureAndRepeat(Corruption corruption) {
        for (double end : new double[] {corruption.min(), corruption.max()}) {
            if (end != corruption.none()) {
                Picture corrupted = corruption.apply(picture(), end, 3);
                assertNotEquals(picture(), corrupted);
                assertEquals(corrupted, corruption.apply(picture(), end, 3));
                assertFalse(corruption.help().isBlank());
            }
        }
    }

    @Test
    void strengthsBeyondTheEndsAreTheEnds() {
        Corruption blur = Corruptions.named("blur").orElseThrow();
        assertEquals(blur.apply(picture(), 12, 0), blur.apply(picture(), 99, 0));
    }

    @Test
    void brightnessAddsLevelsAndClips() {
        Picture brighter = Light.brightness(flat(200), 40, 0);
        assertEquals(0xf0f0f0, brighter.rgb(0, 0));
        assertEquals(0xffffff, Light.brightness(flat(240), 40, 0).rgb(0, 0));
    }

    @Test
    void aFullTurnOfTheHueIsNoTurn() {
        Picture turned = Light.hue(picture(), 360, 0);
        for (int i = 0; i < picture().bytes().limit(); i++) {
            int before = picture().bytes().get(i) & 0xff;
            assertEquals(before, turned.bytes().get(i) & 0xff, 2);
        }
    }

    @Test
    void blurKeepsAFlatPictureAndTheMeanOfAnother() {
        assertEquals(flat(77), Smear.blur(flat(77), 4, 0));
        assertEquals(mean(picture()), mean(Smear.blur(picture(), 1.5, 0)), 2);
    }

    @Test
    void halfATurnIsTheOtherWayRound() {
        Picture turned = Geometry.rotate(picture(), 180, 0);
        assertEquals(picture().rgb(3, 5), turned.rgb(WIDTH - 4, HEIGHT - 6));
    }

    @Test
    void shiftMovesBySharesOfTheWidth() {
        Picture moved = Geometry.shift(picture(), 25, 0);
        assertEquals(picture().rgb(2, 7), moved.rgb(12, 7));
        assertEquals(0x808080, moved.rgb(3, 7));
    }

    @Test
    void cropKeepsTheMiddle() {
        Picture cropped = Geometry.crop(picture(), 50, 0);
        assertEquals(20, cropped.width());
        assertEquals(picture().rgb(10, 7), cropped.rgb(0, 0));
    }

    @Test
    void worseJpegIsFartherFromThePicture() {
        assertTrue(distance(JpegCopy.of(picture(), 95)) < distance(JpegCopy.of(picture(), 20)));
        assertTrue(distance(JpegCopy.of(flat(90), 95), flat(90)) < 2);
    }

    @Test
    void brushPaintsItsCircleAndNothingElse() {
        Picture painted = new Brush(List.of(new Brush.Dab(10, 12, 4, 0x112233))).apply(picture());
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                boolean inside = Math.hypot(x - 10, y - 12) <= 4;
                assertEquals(inside ? 0x112233 : picture().rgb(x, y), painted.rgb(x, y));
            }
        }
    }

    private static double distance(Picture other) {
        return distance(other, picture());
    }

    private static double distance(Picture one, Picture other) {
        double sum = 0;
        for (int i = 0; i < one.bytes().limit(); i++) {
            sum += Math.abs((one.bytes().get(i) & 0xff) - (other.bytes().get(i) & 0xff));
        }
        return sum / one.bytes().limit();
    }

    private static double mean(Picture picture) {
        double sum = 0;
        for (int i = 0; i < picture.bytes().limit(); i++) {
            sum += picture.bytes().get(i) & 0xff;
        }
        return sum / picture.bytes().limit();
    }

    private static Picture flat(int level) {
        byte[] rgb = new byte[3 * WIDTH * HEIGHT];
        Arrays.fill(rgb, (byte) level);
        return Picture.of(WIDTH, HEIGHT, rgb);
    }

    private static Picture picture() {
        byte[] rgb = new byte[3 * WIDTH * HEIGHT];
        for (int i = 0; i < rgb.length; i++) {
            int x = i / 3 % WIDTH;
            int y = i / 3 / WIDTH;
            rgb[i] = (byte) (60 + 3 * x + 2 * y + 20 * (i % 3) - (x * y) % 17);
        }
        return Picture.of(WIDTH, HEIGHT, rgb);
    }
}
