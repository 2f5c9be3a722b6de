package vermeer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import vermeer.model.ParityReport.LayerError;
import vermeer.tensor.Tensor;
import vermeer.worker.Conversion.LayerOutput;

class ParityReportTest {
    private static LayerError error(float[] expected, float... computed) {
        LayerOutput layer = new LayerOutput("conv", "ConvolutionLayer", "conv/Conv", List.of(3L), "conv.npy");
        return LayerError.of(
                layer,
                new Tensor(new int[] {expected.length}, expected),
                new Tensor(new int[] {computed.length}, computed));
    }

    private static final float[] EXPECTED = {1, -2, 0.5f};

    @Test
    void anErrorIsMeasuredAgainstTheLargestValue() {
        assertTrue(error(EXPECTED, 1.0019f, -2, 0.5f).passes());
        assertFalse(error(EXPECTED, 1.0021f, -2, 0.5f).passes());
        assertEquals(0.00105, error(EXPECTED, 1.0021f, -2, 0.5f).relative(), 1e-6);
    }

    @Test
    void whatIsNotFiniteOrOfAnotherSizeFails() {
        assertFalse(error(EXPECTED, 1, Float.NaN, 0.5f).passes());
        assertFalse(error(EXPECTED, 1, -2, Float.POSITIVE_INFINITY).passes());
        assertFalse(error(EXPECTED, 1, -2).passes());
        assertFalse(error(new float[] {1, Float.NaN}, 1, Float.NaN).passes());
        assertFalse(error(new float[] {Float.POSITIVE_INFINITY}, Float.POSITIVE_INFINITY)
                .passes());
    }

    @Test
    void aReportNamesTheLayerWhereTheTwoPart() {
        LayerError wrong = error(EXPECTED, 2, -2, 0.5f);
        ParityReport report = ParityReport.parted(List.of(wrong), wrong);
        assertEquals(
                "The converted graph and the source part at layer 'conv' (ConvolutionLayer): their outputs differ by"
                        + " 0.50 of its largest value.",
                report.failure().orElseThrow());
    }

    @Test
    void aNetworkThatForgetsItsInputFailsHoweverWellItAgrees() {
        LayerError good = error(EXPECTED, 1.0001f, -2, 0.5f);
        assertTrue(ParityReport.of(List.of(good), good, 0.011).passed());
        assertFalse(ParityReport.of(List.of(good), good, 0.009).passed());
        LayerError equal = error(EXPECTED, EXPECTED);
        assertFalse(ParityReport.of(List.of(equal), equal, 0).passed());
    }
}
