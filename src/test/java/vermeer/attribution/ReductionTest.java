package vermeer.attribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import vermeer.image.Heatmap;
import vermeer.image.Layout;
import vermeer.image.Region;
import vermeer.tensor.Tensor;

class ReductionTest {
    private static final Region REGION = new Region(0, 0, 2, 1);

    @Test
    void theAbsoluteValueIsTakenBeforeTheMaximum() {
        assertArrayEquals(new float[] {5, 4}, planes(Reduction.MAX_ABS).values());
    }

    @Test
    void sumAndMeanKeepTheSign() {
        assertArrayEquals(new float[] {-3, 5}, planes(Reduction.SUM).values());
        assertArrayEquals(new float[] {-1.5f, 2.5f}, planes(Reduction.MEAN).values());
    }

    @Test
    void layoutsGiveTheSameMap() {
        Tensor interleaved = new Tensor(new int[] {1, 2, 2}, new float[] {2, -5, 4, 1});
        for (Reduction reduction : Reduction.values()) {
            Heatmap map = reduction.reduce(interleaved, Layout.NHWC, REGION, "gradient");
            assertEquals(planes(reduction), map);
        }
    }

    private static Heatmap planes(Reduction reduction) {
        Tensor planes = new Tensor(new int[] {2, 1, 2}, new float[] {2, 4, -5, 1});
        return reduction.reduce(planes, Layout.NCHW, REGION, "gradient");
    }
}
