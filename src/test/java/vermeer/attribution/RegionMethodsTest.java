package vermeer.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vermeer.image.Layout;
import vermeer.image.Region;
import vermeer.job.Progress;
import vermeer.model.Gradients;
import vermeer.model.Target;
import vermeer.tensor.Tensor;

/** Guided integrated gradients, XRAI and meaningful perturbation on a network whose evidence is known. */
class RegionMethodsTest {
    private final Gradients network = new PlantedNetwork(Layout.NCHW, false);
    private final Subject subject = new Subject(
            new PlantedNetwork(Layout.NCHW, false).picture(), new Region(0, 0, 64, 64), Target.of(0, "first"));

    @Test
    void theSharesOfGuidedIntegratedGradientsAddUp() throws Exception {
        Attribution attribution = new GuidedIg(200, 0.25, Baseline.BLACK, Reduction.SUM)
                .explain(network, subject, Sketch.none(), Progress.none());
        double expected = Math.abs(attribution.facts().get("expected"));
        assertTrue(
                attribution.facts().get("completenessError") < 0.05 * expected,
                attribution.facts().toString());
    }

    @Test
    void theBlurredAreaTakesTheProbabilityAway() throws Exception {
        Attribution attribution =
                new MeaningfulPerturbation().explain(network, subject, Sketch.none(), Progress.none());
        assertTrue(
                attribution.facts().get("after") < 0.6 * attribution.facts().get("before"),
                attribution.facts().toString());
        assertTrue(attribution.facts().get("area") < 0.5, attribution.facts().toString());
    }

    @Test
    void xraiMarksTheWholeSquareThatHoldsTheEvidence() throws Exception {
        float[] map = new Xrai()
                .explain(network, subject, Sketch.none(), Progress.none())
                .map()
                .values();
        float inside = Float.POSITIVE_INFINITY;
        for (int i = 0; i < map.length; i++) {
            inside = PlantedNetwork.evidence(0, i / 64, i % 64) ? Math.min(inside, map[i]) : inside;
        }
        assertEquals(inside, map[20 * 64 + 40], 1e-6f);
        assertTrue(inside > map[0]);
    }

    @Test
    void segmentationKeepsEvenAreasWholeAndUnlikeAreasApart() {
        float[] halves = new float[20 * 20];
        Arrays.fill(halves, 0, 200, 1);
        Superpixels parts = new Segmentation(new Tensor(new int[] {1, 1, 20, 20}, halves), Layout.NCHW).parts(1, 5);
        assertEquals(2, parts.count());
        for (int i = 0; i < 400; i++) {
            assertEquals(i < 200 ? 0 : 1, parts.labels()[i]);
        }
    }

    @Test
    void gatheringIsTheTransposeOfEnlarging() {
        BilinearGrid grid = new BilinearGrid(5, 7, 32, 24);
        Random random = new Random(4);
        float[] cells = randoms(random, 35);
        float[] pixels = randoms(random, 32 * 24);
        assertEquals(dot(grid.enlarge(cells), pixels), dot(cells, grid.gather(pixels)), 1e-3);
    }

    private static float[] randoms(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
