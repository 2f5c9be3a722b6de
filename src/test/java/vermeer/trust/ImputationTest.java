package vermeer.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vermeer.image.Layout;
import vermeer.tensor.Tensor;

class ImputationTest {
    private static final int SIDE = 12;

    @Test
    void anAreaInsideAnEvenPictureIsFilledWithItsValue() {
        float[] values = new float[SIDE * SIDE];
        Arrays.fill(values, 2.5f);
        Tensor filled = fill(values, square(3, 7));
        for (float value : filled.data()) {
            assertEquals(2.5f, value, 1e-3f);
        }
    }

    @Test
    void eachRemovedPlaceIsTheWeightedMeanOfItsNeighbours() {
        Random random = new Random(3);
        float[] values = new float[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        float[] filled = fill(values, square(2, 9)).data();
        for (int place : square(2, 9)) {
            float beside = filled[place - 1] + filled[place + 1] + filled[place - SIDE] + filled[place + SIDE];
            float across = filled[place - SIDE - 1]
                    + filled[place - SIDE + 1]
                    + filled[place + SIDE - 1]
                    + filled[place + SIDE + 1];
            assertEquals(beside / 6 + across / 12, filled[place], 1e-3f);
        }
    }

    private static int[] square(int from, int to) {
        return IntStream.range(0, SIDE * SIDE)
                .filter(place -> place / SIDE >= from && place / SIDE < to && place % SIDE >= from && place % SIDE < to)
                .toArray();
    }

    private static Tensor fill(float[] values, int[] removed) {
        Tensor input = new Tensor(new int[] {1, 1, SIDE, SIDE}, values);
        return new Imputation(SIDE, SIDE, removed).fill(input, Layout.NCHW, 0, new Random(0));
    }
}
