package vermeer.attribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import vermeer.image.Layout;
import vermeer.image.Region;
import vermeer.job.Progress;
import vermeer.model.Target;

class GradCamTest {
    private final PlantedNetwork network = new PlantedNetwork(Layout.NCHW, false);

    @Test
    void sumsTheMapsByTheirMeanGradient() throws Exception {
        float[] signed =
                explain(new GradCam(CamLayers.AUTOMATIC, false), network).map().values();
        double forClass = 100.0 / 64 * 0.8;
        double against = -40.0 / 64 * 0.8;
        for (int cell = 0; cell < signed.length; cell++) {
            int row = cell / 8 * 8;
            int column = cell % 8 * 8;
            double expected = PlantedNetwork.evidence(0, row, column)
                    ? forClass
                    : PlantedNetwork.evidence(1, row, column) ? against : 0;
            assertEquals(expected, signed[cell], 1e-5);
        }
    }

    @Test
    void reluDropsWhatSpeaksAgainstTheClass() throws Exception {
        assertEquals(0, explain(new GradCam(), network).map().min());
    }

    @Test
    void tokensGiveTheSameMapAsRowsAndColumns() throws Exception {
        PlantedNetwork tokens = new PlantedNetwork(Layout.NCHW, true);
        assertArrayEquals(
                explain(new GradCam(), network).map().values(),
                explain(new GradCam(), tokens).map().values());
    }

    @Test
    void theLayerIsNamedWithTheMap() throws Exception {
        Attribution attribution = explain(new GradCam(), network);
        assertEquals("features", attribution.details().get("layer"));
        assertTrue(attribution.map().meaning().contains("features"));
    }

    @Test
    void anUnknownLayerIsAnsweredWithTheKnownOnes() {
        assertEquals(
                Optional.of("This model has no feature map 'conv9'; it has features."),
                new GradCam("conv9", true).unavailable(network));
    }

    private static Attribution explain(AttributionMethod method, PlantedNetwork model) throws Exception {
        Subject subject = new Subject(model.picture(), new Region(0, 0, 64, 64), Target.of(0, "first"));
        return method.explain(model, subject, Sketch.none(), Progress.none());
    }
}
