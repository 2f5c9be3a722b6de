package vermeer.attribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import vermeer.image.Layout;
import vermeer.image.Region;
import vermeer.job.Progress;
import vermeer.model.Target;

class AblationCamTest {
    private final PlantedNetwork network = new PlantedNetwork(Layout.NCHW, false);

    @Test
    void aMapsWeightIsWhatTheLogitLosesWithoutIt() throws Exception {
        float[] map = explain(new AblationCam(CamLayers.AUTOMATIC, false, Measure.LOGIT), network);
        // Each channel has 4 of 64 cells of 0.8; the logit is linear in their mean.
        double feature = 0.8;
        double mean = 4 * feature / 64;
        for (int cell = 0; cell < map.length; cell++) {
            int row = cell / 8 * 8;
            int column = cell % 8 * 8;
            double expected = PlantedNetwork.evidence(0, row, column)
                    ? 100 * mean * feature
                    : PlantedNetwork.evidence(1, row, column) ? -40 * mean * feature : 0;
            assertEquals(expected, map[cell], 1e-4);
        }
    }

    @Test
    void tokensGiveTheSameMapAsRowsAndColumns() throws Exception {
        PlantedNetwork tokens = new PlantedNetwork(Layout.NCHW, true);
        assertArrayEquals(explain(new AblationCam(), network), explain(new AblationCam(), tokens), 1e-5f);
    }

    @Test
    void itNeedsNoGradient() throws Exception {
        ScoresOnly model = new ScoresOnly(network);
        AttributionMethod method = new AblationCam();
        assertTrue(method.unavailable(model).isEmpty());
        assertArrayEquals(
                explain(method, network),
                method.explain(model, subject(network), Sketch.none(), Progress.none())
                        .map()
                        .values());
    }

    private static float[] explain(AttributionMethod method, PlantedNetwork model) throws Exception {
        return method.explain(model, subject(model), Sketch.none(), Progress.none())
                .map()
                .values();
    }

    private static Subject subject(PlantedNetwork model) {
        return new Subject(model.picture(), new Region(0, 0, 64, 64), Target.of(0, "first"));
    }
}
