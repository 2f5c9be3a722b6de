package vermeer.train.cut;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vermeer.engine.Engine;
import vermeer.engine.Session;
import vermeer.graph.ValueInfo;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;
import vermeer.train.ToyTraining;

class TrainingGraphTest {
    private static final int BATCH = 4;
    private static final float STEP = 2e-3f;

    @Test
    void everyWeightHasTheGradientOfTheLossByFiniteDifferences() throws Exception {
        Backbone backbone = Backbone.of(ToyTraining.network());
        Tail tail = Tail.of(backbone, "image");
        TrainingGraph training =
                TrainingGraph.of(tail, Map.of(), new LinkedHashSet<>(tail.weights()), backbone.width(), 2, BATCH);
        try (Engine engine = Engine.start();
                Session session = engine.open(training.graph())) {
            Map<String, Tensor> inputs = inputs(training, tail);
            List<String> outputs =
                    training.graph().outputs().stream().map(ValueInfo::name).toList();
            Map<String, Tensor> found = session.run(inputs, outputs, Progress.none());
            Random random = new Random(3);
            for (Map.Entry<String, String> weight : training.gradients().entrySet()) {
                Tensor gradient = found.get(weight.getValue());
                int at = random.nextInt(gradient.data().length);
                double expected = (loss(session, inputs, weight.getKey(), at, STEP)
                                - loss(session, inputs, weight.getKey(), at, -STEP))
                        / (2 * STEP);
                assertEquals(expected, gradient.data()[at], 2e-3 + 0.02 * Math.abs(expected), weight.getKey());
            }
        }
    }

    private static double loss(Session session, Map<String, Tensor> inputs, String weight, int at, float step)
            throws Exception {
        Map<String, Tensor> moved = new HashMap<>(inputs);
        float[] values = inputs.get(weight).data().clone();
        values[at] += step;
        moved.put(weight, new Tensor(inputs.get(weight).shape(), values));
        float[] probabilities = session.run(moved, List.of(HeadGraph.PROBABILITIES), Progress.none())
                .get(HeadGraph.PROBABILITIES)
                .data();
        double loss = 0;
        for (int i = 0; i < probabilities.length; i++) {
            loss -= inputs.get(TrainingGraph.SHARES).data()[i / 2]
                    * inputs.get(TrainingGraph.TARGETS).data()[i]
                    * Math.log(probabilities[i]);
        }
        return loss;
    }

    private static Map<String, Tensor> inputs(TrainingGraph training, Tail tail) {
        Random random = new Random(1);
        Map<String, Tensor> inputs = new HashMap<>();
        for (ValueInfo input : training.graph().inputs()) {
            int[] shape = java.util.Arrays.stream(input.shape())
                    .mapToInt(Math::toIntExact)
                    .toArray();
            Tensor tensor = Tensor.zeros(shape);
            if (tail.graph().constants().containsKey(input.name())) {
                tensor = new Tensor(
                        shape, tail.graph().constants().get(input.name()).toFloats());
            } else {
                for (int i = 0; i < tensor.data().length; i++) {
                    tensor.data()[i] = (float) random.nextGaussian();
                }
            }
            inputs.put(input.name(), tensor);
        }
        inputs.put(
                TrainingGraph.TARGETS,
                new Tensor(new int[] {BATCH, 2}, new float[] {1, 0, 0.2f, 0.8f, 0, 1, 0.5f, 0.5f}));
        inputs.put(TrainingGraph.SHARES, new Tensor(new int[] {BATCH, 1}, new float[] {0.4f, 0.3f, 0.3f, 0}));
        return inputs;
    }
}
