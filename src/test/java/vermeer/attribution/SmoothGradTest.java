package vermeer.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import vermeer.image.Layout;
import vermeer.image.Region;
import vermeer.job.Progress;
import vermeer.model.Target;

class SmoothGradTest {
    private final PlantedNetwork network = new PlantedNetwork(Layout.NCHW, false);
    private final Subject subject = new Subject(network.picture(), new Region(0, 0, 64, 64), Target.of(1, "second"));

    @Test
    void withoutNoiseItIsTheMethodItWraps() throws Exception {
        Attribution gradient = explain(new Gradient());
        Attribution smooth = explain(0, SmoothGrad.Variant.PLAIN, 0);
        assertEquals(gradient.channels(), smooth.channels());
    }

    @Test
    void squaresAreTheSquaredMeanPlusTheVariance() throws Exception {
        float[] plain =
                explain(1, SmoothGrad.Variant.PLAIN, 3).channels().orElseThrow().data();
        float[] squared = explain(1, SmoothGrad.Variant.SQUARED, 3)
                .channels()
                .orElseThrow()
                .data();
        float[] variance = explain(1, SmoothGrad.Variant.VARIANCE, 3)
                .channels()
                .orElseThrow()
                .data();
        double largest = 0;
        for (int i = 0; i < plain.length; i++) {
            assertEquals(squared[i], plain[i] * plain[i] + variance[i], 1e-6);
            largest = Math.max(largest, variance[i]);
        }
        assertTrue(largest > 1e-6, "nothing varied");
    }

    @Test
    void anotherSeedGivesAnotherMap() throws Exception {
        assertNotEquals(
                explain(1, SmoothGrad.Variant.PLAIN, 1).map(),
                explain(1, SmoothGrad.Variant.PLAIN, 2).map());
    }

    private Attribution explain(double noise, SmoothGrad.Variant variant, long seed) throws Exception {
        return explain(new SmoothGrad(SmoothGrad.Wrapped.GRADIENT, 30, noise, variant, seed, Reduction.SUM));
    }

    private Attribution explain(AttributionMethod method) throws Exception {
        return method.explain(network, subject, Sketch.none(), Progress.none());
    }
}
