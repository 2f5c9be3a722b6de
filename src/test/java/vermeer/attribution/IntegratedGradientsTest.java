package vermeer.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vermeer.image.Layout;
import vermeer.image.Region;
import vermeer.job.Progress;
import vermeer.model.Target;

class IntegratedGradientsTest {
    private final PlantedNetwork network = new PlantedNetwork(Layout.NCHW, false);
    private final Subject subject = new Subject(network.picture(), new Region(0, 0, 64, 64), Target.of(0, "first"));

    @ParameterizedTest
    @EnumSource(Baseline.class)
    void valuesAddUpToTheDifferenceFromTheBaseline(Baseline baseline) throws Exception {
        Attribution attribution = explain(new IntegratedGradients(1000, baseline, Reduction.SUM));
        double expected = subject.target()
                        .value(network.logits(subject.input(), Progress.none()).data(), 0)
                - subject.target()
                        .value(
                                network.logits(baseline.of(network, subject.input()), Progress.none())
                                        .data(),
                                0);
        assertEquals(expected, attribution.facts().get("expected"), 1e-5);
        assertEquals(expected, attribution.facts().get("sum"), 1e-3 * Math.abs(expected) + 1e-4);
        double sum = 0;
        for (float value : attribution.map().values()) {
            sum += value;
        }
        assertEquals(attribution.facts().get("sum"), sum, 1e-3);
    }

    @Test
    void theCompletenessErrorTellsThatStepsAreTooFew() throws Exception {
        Attribution rough = explain(new IntegratedGradients(1, Baseline.ZERO, Reduction.SUM));
        Attribution fine = explain(new IntegratedGradients(200, Baseline.ZERO, Reduction.SUM));
        assertTrue(rough.facts().get("completenessError") > 20 * fine.facts().get("completenessError"));
    }

    private Attribution explain(AttributionMethod method) throws Exception {
        return method.explain(network, subject, Sketch.none(), Progress.none());
    }
}
