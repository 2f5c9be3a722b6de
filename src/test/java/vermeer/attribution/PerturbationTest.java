package vermeer.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vermeer.image.Layout;
import vermeer.image.Picture;
import vermeer.image.Region;
import vermeer.job.Progress;
import vermeer.model.Scores;
import vermeer.model.Target;
import vermeer.tensor.Tensor;

/** The perturbation methods against models whose answer is known in closed form. */
class PerturbationTest {
    private static final int SIDE = 32;

    /** The logit is a weighted sum of pixels; the probability, for the test's sake, the same number. */
    private record Linear(float[] weights) implements Scores {
        @Override
        public int[] inputShape() {
            return new int[] {1, SIDE, SIDE};
        }

        @Override
        public Layout layout() {
            return Layout.NCHW;
        }

        @Override
        public int classes() {
            return 2;
        }

        @Override
        public Tensor logits(Tensor batch, Progress progress) {
            Tensor logits = Tensor.zeros(batch.batch(), 2);
            for (int i = 0; i < batch.batch(); i++) {
                double sum = 0;
                for (int j = 0; j < weights.length; j++) {
                    sum += weights[j] * batch.data()[i * weights.length + j];
                }
                logits.data()[2 * i] = (float) sum;
            }
            return logits;
        }

        @Override
        public Tensor probabilities(Tensor logits) {
            return logits;
        }

        @Override
        public int plannedBatch() {
            return 16;
        }

        @Override
        public float[] inputValue(float brightness) {
            return new float[] {brightness / 255};
        }

        @Override
        public Tensor input(Picture picture) {
            throw new UnsupportedOperationException();
        }
    }

    private final Random random = new Random(11);
    private final float[] weights = randoms();
    private final Linear model = new Linear(weights);
    private final Tensor input = new Tensor(new int[] {1, 1, SIDE, SIDE}, randoms());
    private final Subject subject = new Subject(input, new Region(0, 0, SIDE, SIDE), Target.of(0, "linear"));

    private float[] randoms() {
        float[] values = new float[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat() - 0.3f;
        }
        return values;
    }

    /** What each part adds to a linear model, which is its Shapley value. */
    private double[] contributions(Superpixels parts) {
        double[] contributions = new double[parts.count()];
        for (int i = 0; i < weights.length; i++) {
            contributions[parts.labels()[i]] += weights[i] * input.data()[i];
        }
        return contributions;
    }

    @Test
    void kernelShapEqualsTheExactShapleyValuesOfALinearModel() throws Exception {
        KernelShap shap = new KernelShap(400, 16, Baseline.ZERO, Measure.LOGIT, 5);
        Attribution attribution = shap.explain(model, subject, Sketch.none(), Progress.none());
        Superpixels parts = new Slic(16, 1).of(input, Layout.NCHW);
        float[] expected = parts.spread(contributions(parts));
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], attribution.map().values()[i], 1e-3f);
        }
        assertEquals(
                attribution.facts().get("whole") - attribution.facts().get("empty"),
                attribution.facts().get("sum"),
                1e-6);
    }

    @Test
    void limeRanksThePartsOfALinearModelByTheirContribution() throws Exception {
        Lime lime = new Lime(600, 16, Baseline.ZERO, Measure.LOGIT, 5, 3);
        Attribution attribution = lime.explain(model, subject, Sketch.none(), Progress.none());
        Superpixels parts = new Slic(16, 1).of(input, Layout.NCHW);
        float[] expected = parts.spread(contributions(parts));
        float[] map = attribution.map().values();
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], map[i], 0.05f * Math.abs(expected[i]) + 0.2f);
        }
        assertTrue(
                attribution.facts().get("fit") > 0.99,
                "fit " + attribution.facts().get("fit"));
    }

    @Test
    void riseConvergesToItsExpectation() throws Exception {
        Linear bright = new Linear(ones());
        Tensor white = new Tensor(input.shape(), ones());
        Subject even = new Subject(white, subject.region(), subject.target());
        Rise rise = new Rise(4_000, 4, 0.5, false, 1);
        float[] map =
                rise.explain(bright, even, Sketch.none(), Progress.none()).map().values();
        // For a sum of all pixels E[sum of mask | place shown] is half the pixels plus what the place's own cell adds,
        // nowhere less.
        double half = 0.5 * SIDE * SIDE;
        double mean = 0;
        for (float value : map) {
            assertTrue(value > half, "a shown place raises the sum: " + value);
            mean += value / map.length;
        }
        Rise other = new Rise(4_000, 4, 0.5, false, 2);
        float[] again = other.explain(bright, even, Sketch.none(), Progress.none())
                .map()
                .values();
        for (int i = 0; i < map.length; i++) {
            assertEquals(map[i], again[i], 0.05 * mean);
        }
    }

    @Test
    void sobolIndicesOfALinearModelAreTheCellsSharesOfTheVariance() throws Exception {
        Sobol sobol = new Sobol(4, 128, Baseline.ZERO, Measure.LOGIT);
        float[] map = sobol.explain(model, subject, Sketch.none(), Progress.none())
                .map()
                .values();
        double[] cells = new double[16];
        for (int i = 0; i < weights.length; i++) {
            cells[i / SIDE * 4 / SIDE * 4 + i % SIDE * 4 / SIDE] += weights[i] * input.data()[i];
        }
        double total = Arrays.stream(cells).map(cell -> cell * cell).sum();
        for (int i = 0; i < cells.length; i++) {
            assertEquals(cells[i] * cells[i] / total, map[i], 0.05);
        }
    }

    @Test
    void superpixelsCoverThePictureWithConnectedParts() {
        Superpixels parts = new Slic(16, 1).of(input, Layout.NCHW);
        assertTrue(parts.count() >= 2 && parts.count() <= 64, parts.count() + " parts");
        for (int label : parts.labels()) {
            assertTrue(label >= 0 && label < parts.count());
        }
    }

    private static float[] ones() {
        float[] ones = new float[SIDE * SIDE];
        Arrays.fill(ones, 1);
        return ones;
    }
}
