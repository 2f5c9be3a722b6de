package vermeer.attribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import vermeer.image.Layout;
import vermeer.tensor.Tensor;

class BlurTest {

    @Test
    void aUniformPictureStaysAsItIsUpToItsEdges() {
        Tensor uniform = Tensor.zeros(1, 1, 9, 13);
        Arrays.fill(uniform.data(), 3);
        Tensor blurred = new Blur(2).apply(uniform, new int[] {1, 9, 13}, Layout.NCHW);
        assertArrayEquals(uniform.data(), blurred.data(), 1e-6f);
    }

    @Test
    void aPointSpreadsAsAGaussianInBothDirections() {
        Tensor point = Tensor.zeros(1, 21, 31, 2);
        point.data()[(10 * 31 + 15) * 2 + 1] = 1;
        float[] blurred =
                new Blur(2).apply(point, new int[] {21, 31, 2}, Layout.NHWC).data();
        float centre = blurred[(10 * 31 + 15) * 2 + 1];
        assertEquals(Math.exp(-9 / 8.0), blurred[(13 * 31 + 15) * 2 + 1] / centre, 1e-5);
        assertEquals(Math.exp(-9 / 8.0), blurred[(10 * 31 + 12) * 2 + 1] / centre, 1e-5);
        double sum = 0;
        for (int i = 0; i < blurred.length; i++) {
            sum += blurred[i];
            assertTrue(i % 2 == 1 || blurred[i] == 0, "the other channel changed");
        }
        assertEquals(1, sum, 1e-5);
    }
}
