package vermeer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.engine.Engine;
import vermeer.graph.Constant;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

class ReplacedWeightsTest {
    @TempDir
    Path folder;

    @Test
    void gradientsAreThoseOfTheNewWeights() throws Exception {
        Path file = Networks.plain().body().write(folder.resolve("network.onnx"));
        try (Engine engine = Engine.start();
                OpenModel model = new Models(engine, List.of()).open(file, Optional.empty(), Progress.none());
                OpenModel doubled = model.withWeights(Map.of("kernel", doubled(model)))) {
            Tensor picture = picture();
            float[] before = gradient(model, picture);
            float[] after = gradient(doubled, picture);
            double largest = 0;
            for (int i = 0; i < before.length; i++) {
                largest = Math.max(largest, Math.abs(before[i]));
                assertEquals(2 * before[i], after[i], 1e-5 * (1 + Math.abs(before[i])));
            }
            assertTrue(largest > 0.01);
        }
    }

    @Test
    void weightsOfAnotherShapeAreRefused() throws Exception {
        Path file = Networks.plain().body().write(folder.resolve("network.onnx"));
        try (Engine engine = Engine.start();
                OpenModel model = new Models(engine, List.of()).open(file, Optional.empty(), Progress.none())) {
            Map<String, Constant> other = Map.of("kernel", Constant.scalar(1));
            assertThrows(IllegalArgumentException.class, () -> model.withWeights(other));
        }
    }

    private static Constant doubled(OpenModel model) {
        Constant kernel = model.graph().constants().get("kernel");
        float[] values = kernel.toFloats();
        for (int i = 0; i < values.length; i++) {
            values[i] *= 2;
        }
        return Constant.floats(kernel.shape(), values);
    }

    private static float[] gradient(OpenModel model, Tensor picture) throws Exception {
        return model.gradients()
                .orElseThrow()
                .gradient(picture, model.target(1), Progress.none())
                .input()
                .data();
    }

    private static Tensor picture() {
        Tensor picture = Tensor.zeros(1, 3, 16, 16);
        for (int i = 0; i < picture.data().length; i++) {
            picture.data()[i] = i * 37 % 255 / 255f;
        }
        return picture;
    }
}
