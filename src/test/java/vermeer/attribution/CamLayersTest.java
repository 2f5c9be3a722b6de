package vermeer.attribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vermeer.image.Layout;
import vermeer.image.Region;
import vermeer.job.Progress;
import vermeer.model.Layer;
import vermeer.model.Target;

class CamLayersTest {
    private final PlantedNetwork network = new PlantedNetwork(Layout.NCHW, false);
    private final Subject subject = new Subject(network.picture(), new Region(0, 0, 64, 64), Target.of(0, "first"));

    @Test
    void severalLayersAreTheMeanOfTheirSharesAtTheFinestSize() throws Exception {
        CamLayers layers = new CamLayers(List.of(layer("fine", 4), layer("coarse", 2)));
        double[] fine = new double[16];
        fine[5] = 8;
        Attribution made = layers.attribution(
                layer -> layer.value().equals("fine") ? fine : new double[] {0.5, 0, 0, -1}, subject, true, "CAM");
        // The coarse map, without its negative part, enlarged from 2 x 2 to 4 x 4: rows and columns 1, 0.75, 0.25, 0.
        double[] along = {1, 0.75, 0.25, 0};
        for (int i = 0; i < 16; i++) {
            double expected = (fine[i] / 8 + along[i / 4] * along[i % 4]) / 2;
            assertEquals(expected, made.map().values()[i], 1e-6, "cell " + i);
        }
        assertEquals("fine, coarse", made.details().get("layer"));
        assertTrue(made.map().meaning().contains("fine, coarse"));
    }

    @Test
    void oneLayerIsLeftInItsOwnUnits() throws Exception {
        float[] alone = explain(new GradCam(PlantedNetwork.FEATURES, true));
        assertArrayEquals(alone, explain(new GradCam()));
        assertArrayEquals(alone, explain(new GradCam(CamLayers.STAGES, true)), "one size only");
        assertArrayEquals(alone, explain(new GradCam("features, features", true)), "a layer counts once");
    }

    @Test
    void theUnknownOneOfSeveralLayersIsNamed() {
        assertEquals(
                Optional.of("This model has no feature map 'conv9'; it has features."),
                CamLayers.unavailable(network, "features, conv9"));
    }

    private float[] explain(AttributionMethod method) throws Exception {
        return method.explain(network, subject, Sketch.none(), Progress.none())
                .map()
                .values();
    }

    private static CamLayer layer(String name, int side) {
        return new CamLayer(new Layer(name, "Relu", new int[] {1, side, side}), Optional.empty());
    }
}
