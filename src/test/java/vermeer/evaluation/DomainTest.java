package vermeer.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

class DomainTest {
    private static final int INPUTS = 8;
    private final Tensor training = around(200, 1, 0, 1);
    private final Tensor dev = around(100, 2, 0, 1);
    private final Domain domain =
            Domain.of(IntStream.range(0, 200).mapToObj(i -> "t" + i).toList(), training, dev, logits(100));

    @Test
    void fivePercentOfDevAreStrange() {
        long far = IntStream.range(0, 100)
                .filter(i -> domain.judge(dev, i, new double[] {9, 0}, 3).strange())
                .count();
        assertEquals(5, far);
    }

    @Test
    void aPictureOfTrainingIsItsOwnNearest() {
        Domain.Judgement judgement = domain.judge(training, 17, new double[] {9, 0}, 3);
        assertEquals("t17", judgement.nearest().get(0).picture());
        assertEquals(0, judgement.nearest().get(0).distance(), 1e-6);
        assertFalse(judgement.strange());
    }

    @Test
    void featuresInAnotherDirectionAreStrange() {
        Tensor elsewhere = around(50, 3, 4, 1);
        for (int i = 0; i < 50; i++) {
            assertTrue(domain.judge(elsewhere, i, new double[] {9, 0}, 1).strange());
        }
    }

    @Test
    void weakLogitsAreStrangeWhereverTheFeaturesAre() {
        assertTrue(domain.judge(training, 0, new double[] {-3, -3}, 1).strange());
        assertEquals(-Math.log(Math.exp(2) + Math.exp(1)), Domain.energy(2, 1), 1e-12);
    }

    @Test
    void distancesAreThoseOfFeaturesOfLengthOne() {
        Tensor two = new Tensor(new int[] {2, 2}, new float[] {3, 0, 0, 5});
        Domain small = Domain.of(List.of("a", "b"), two, two, logits(2));
        assertEquals(2, small.k());
        assertEquals(Math.sqrt(2), small.judge(two, 0, new double[] {1, 0}, 2).distance(), 1e-6);
    }

    @Test
    void clustersAreTheGroupsThatAreThere() throws CancelledException {
        Tensor both = Tensor.concat(List.of(around(30, 4, 0, 0.3), around(30, 5, 4, 0.3), around(30, 6, 6, 0.3)));
        Clusters clusters = Clusters.of(both, 3, 7, Progress.none());
        assertEquals(3, clusters.count());
        for (int i = 0; i < 90; i++) {
            assertEquals(clusters.of()[i / 30 * 30], clusters.of()[i]);
        }
        assertEquals(3, IntStream.of(clusters.of()).distinct().count());
        assertEquals(
                1,
                Clusters.of(new Tensor(new int[] {4, 1}, new float[] {1, 1, 1, 1}), 3, 0, Progress.none())
                        .count());
    }

    /** Points around five times the given axis. */
    private static Tensor around(int count, long seed, int axis, double spread) {
        Random random = new Random(seed);
        Tensor points = Tensor.zeros(count, INPUTS);
        for (int i = 0; i < points.data().length; i++) {
            points.data()[i] = (float) (spread * random.nextGaussian() + (i % INPUTS == axis ? 8 : 0));
        }
        return points;
    }

    private static double[][] logits(int count) {
        return IntStream.range(0, count).mapToObj(i -> new double[] {8, 0}).toArray(double[][]::new);
    }
}
