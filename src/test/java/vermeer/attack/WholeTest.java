package vermeer.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WholeTest {

    @Test
    void everyLevelIsRoundedToTheNearestOne() {
        SplittableRandom random = new SplittableRandom(1);
        float[] clean = new float[10_000];
        float[] levels = new float[clean.length];
        for (int i = 0; i < clean.length; i++) {
            clean[i] = random.nextInt(256);
            levels[i] = (float) (255 * random.nextDouble());
        }
        float[] rounded = levels.clone();
        Whole.round(rounded, clean, 255);
        for (int i = 0; i < rounded.length; i++) {
            assertEquals(Math.round(levels[i]), rounded[i], "level " + levels[i]);
        }
    }

    @Test
    void halfALevelIsRoundedAwayFromTheCleanOne() {
        for (int change = -255; change <= 255; change++) {
            float clean = change < 0 ? 255 : 0;
            float half = Math.signum(change) * (Math.abs(change) - 0.5f);
            float[] levels = {clean + half};
            Whole.round(levels, new float[] {clean}, 255);
            assertEquals(clean + change, levels[0], "change " + half);
        }
    }

    @Test
    void noChangeIsLargerThanTheLargest() {
        float[] levels = {9.6f, 10.4f, 11.5f, 12.6f, 7.3f};
        Whole.round(levels, new float[] {10, 10, 10, 10, 10}, 2);
        assertEquals(10, levels[0]);
        assertEquals(10, levels[1]);
        assertEquals(12, levels[2]);
        assertEquals(12, levels[3]);
        assertEquals(8, levels[4]);
    }
}
