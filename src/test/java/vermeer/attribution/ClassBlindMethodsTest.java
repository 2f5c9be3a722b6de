package vermeer.attribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import vermeer.image.Layout;
import vermeer.image.Region;
import vermeer.job.Progress;
import vermeer.model.Activations;
import vermeer.model.Gradients;
import vermeer.model.Target;
import vermeer.tensor.Tensor;

/** Methods whose maps do not follow the class: Eigen-CAM and VarGrad. */
class ClassBlindMethodsTest {
    private final PlantedNetwork network = new PlantedNetwork(Layout.NCHW, false);
    private final Region region = new Region(0, 0, 64, 64);

    @Test
    void eigenCamMarksTheOnlyThingThatStandsOut() throws Exception {
        Tensor picture = network.picture();
        float[] onlyFirst = picture.data().clone();
        for (int i = 64 * 64; i < onlyFirst.length; i++) {
            onlyFirst[i] = 0;
        }
        Subject subject = new Subject(new Tensor(picture.shape(), onlyFirst), region, Target.of(0, "first"));
        Activations model = network;
        float[] map = new EigenCam()
                .explain(model, subject, Sketch.none(), Progress.none())
                .map()
                .values();
        for (int cell = 0; cell < map.length; cell++) {
            boolean evidence = PlantedNetwork.evidence(0, cell / 8 * 8, cell % 8 * 8);
            assertTrue(evidence ? map[cell] > 0.5 : map[cell] < 1e-6, cell + ": " + map[cell]);
        }
    }

    @Test
    void eigenCamIsTheSameForEveryClass() throws Exception {
        Activations model = network;
        Subject first = new Subject(network.picture(), region, Target.of(0, "first"));
        Subject second = new Subject(network.picture(), region, Target.of(1, "second"));
        assertArrayEquals(
                new EigenCam()
                        .explain(model, first, Sketch.none(), Progress.none())
                        .map()
                        .values(),
                new EigenCam()
                        .explain(model, second, Sketch.none(), Progress.none())
                        .map()
                        .values());
    }

    @Test
    void varGradIsSmoothGradsVariance() throws Exception {
        Gradients model = network;
        Subject subject = new Subject(network.picture(), region, Target.of(0, "first"));
        SmoothGrad variance =
                new SmoothGrad(SmoothGrad.Wrapped.GRADIENT, 20, 0.9, SmoothGrad.Variant.VARIANCE, 3, Reduction.MAX_ABS);
        assertEquals(
                variance.explain(model, subject, Sketch.none(), Progress.none()),
                new VarGrad(20, 0.9, 3, Reduction.MAX_ABS).explain(model, subject, Sketch.none(), Progress.none()));
    }
}
