package vermeer.trust;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PixelOrderTest {

    @Test
    void fallingValuesAndTiesByIndex() {
        float[] values = {0, -1, 3, -0f, 3, Float.MIN_VALUE, -5, 1e30f};
        assertArrayEquals(new int[] {7, 2, 4, 5, 0, 3, 1, 6}, PixelOrder.falling(values));
        assertArrayEquals(new int[] {6, 1, 3, 0, 5, 4, 2, 7}, PixelOrder.rising(values));
    }

    @Test
    void theOrderIsThatOfAStableSort() {
        Random random = new Random(4);
        float[] values = new float[5_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(900) / 7f - 60;
        }
        int[] expected = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(index -> -values[index]))
                .mapToInt(Integer::intValue)
                .toArray();
        assertArrayEquals(expected, PixelOrder.falling(values));
    }
}
