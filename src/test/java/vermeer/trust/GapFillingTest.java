package vermeer.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GapFillingTest {
    private static final int HEIGHT = 21;
    private static final int WIDTH = 33;

    @Test
    void keptPlacesStayAndGapsLieBetweenThem() {
        double[] values = new double[HEIGHT * WIDTH];
        double[] weights = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int column = i % WIDTH;
            weights[i] = column < 4 || column >= WIDTH - 4 ? 1 : 0;
            values[i] = weights[i] == 0 ? 1e6 : column < 4 ? 2 : 6;
        }
        double[] filled = GapFilling.fill(values, weights, HEIGHT, WIDTH);
        for (int i = 0; i < values.length; i++) {
            int column = i % WIDTH;
            if (weights[i] > 0) {
                assertEquals(values[i], filled[i]);
            } else {
                assertEquals(4, filled[i], 2, "between 2 and 6");
            }
            assertEquals(filled[column], filled[i], 1e-9, "all rows are alike");
        }
        assertEquals(4, filled[WIDTH / 2], 0.7, "the middle is the mean");
    }

    @Test
    void oneKeptPlaceFillsEverything() {
        double[] weights = new double[HEIGHT * WIDTH];
        double[] values = new double[weights.length];
        weights[100] = 1;
        values[100] = 3;
        Arrays.stream(GapFilling.fill(values, weights, HEIGHT, WIDTH)).forEach(value -> assertEquals(3, value, 1e-12));
    }
}
