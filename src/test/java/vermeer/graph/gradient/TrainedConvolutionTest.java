package vermeer.graph.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.ValueInfo;
import vermeer.graph.shape.Shapes;
import vermeer.tensor.Tensor;

/** A convolution is linear in its weights and in its input, so finite differences of any step are exact but for rounding. */
class TrainedConvolutionTest {
    private static final int BATCH = 3;

    /** inputs, outputs, kernel, stride, padding in front, padding behind, dilation, groups, side. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "4 6 1 1 0 0 1 1 5",
                "4 6 3 1 1 1 1 1 5",
                "3 4 3 2 1 1 1 1 8",
                "3 4 3 2 0 1 1 1 8",
                "2 4 1 2 0 0 1 1 7",
                "2 4 3 1 2 2 2 1 6",
                "6 6 3 1 1 1 1 6 5",
                "6 6 5 2 2 2 1 6 9",
                "4 8 3 2 1 1 1 2 7",
                "4 8 3 3 0 0 1 4 9"
            })
    void weightsBiasAndInputHaveTheGradientOfFiniteDifferences(String numbers) throws Exception {
        long[] n = java.util.Arrays.stream(numbers.split(" "))
                .mapToLong(Long::parseLong)
                .toArray();
        Map<String, Attribute> attributes = Map.of(
                "strides", SmallGraph.ints(n[3], n[3]),
                "pads", SmallGraph.ints(n[4], n[4], n[5], n[5]),
                "dilations", SmallGraph.ints(n[6], n[6]),
                "group", new Attribute.Int(n[7]));
        SmallGraph small = new SmallGraph(new Random(3), n[0], n[8], n[8]);
        String weights = small.weights(n[1], n[0] / n[7], n[2], n[2]);
        String bias = small.weights(n[1]);
        Graph graph = trainable(small.ending(small.add("Conv", attributes, "x", weights, bias)), weights, bias);
        check(graph, List.of("x", weights, bias));
    }

    /** The constants become inputs. */
    private static Graph trainable(Graph graph, String... names) {
        List<ValueInfo> inputs = new ArrayList<>();
        for (ValueInfo input : graph.inputs()) {
            long[] shape = input.shape().clone();
            shape[0] = BATCH;
            inputs.add(new ValueInfo(input.name(), input.type(), shape));
        }
        Map<String, Constant> constants = new LinkedHashMap<>(graph.constants());
        for (String name : names) {
            inputs.add(new ValueInfo(
                    name, ElementType.FLOAT, constants.remove(name).shape()));
        }
        return graph.withInputs(inputs).withNodes(graph.nodes(), constants);
    }

    private static void check(Graph graph, List<String> values) throws Exception {
        String y = graph.outputs().get(0).name();
        DifferentiatedGraph gradient =
                Differentiation.differentiate(graph, Shapes.infer(graph), y, RuleTable.TRAINING, values, 1);
        Random random = new Random(5);
        Map<String, Tensor> inputs = new HashMap<>();
        for (ValueInfo input : gradient.graph().inputs()) {
            inputs.put(input.name(), random(random, input.shape()));
        }
        Graph run = withoutInputs(gradient.graph(), values);
        Map<String, Tensor> outputs = OnnxRuntimeRun.once(run, inputs);
        for (String value : values) {
            Tensor found = outputs.get(gradient.innerGradients().get(value).get(0));
            assertArrayEquals(inputs.get(value).shape(), found.shape());
            for (int trial = 0; trial < 6; trial++) {
                int at = random.nextInt(found.data().length);
                double expected = difference(run, y, inputs, value, at);
                assertEquals(expected, found.data()[at], 2e-3, value + " at " + at);
            }
        }
    }

    private static Graph withoutInputs(Graph graph, List<String> inputs) {
        return graph.reachingOnly(graph.outputs().stream()
                .filter(output -> !inputs.contains(output.name()))
                .toList());
    }

    private static double difference(Graph graph, String y, Map<String, Tensor> inputs, String value, int at)
            throws Exception {
        double[] sums = new double[2];
        for (int side = 0; side < 2; side++) {
            Map<String, Tensor> moved = new HashMap<>(inputs);
            float[] data = inputs.get(value).data().clone();
            data[at] += side == 0 ? -0.5f : 0.5f;
            moved.put(value, new Tensor(inputs.get(value).shape(), data));
            float[] result = OnnxRuntimeRun.once(graph, moved).get(y).data();
            for (int i = 0; i < result.length; i++) {
                sums[side] += (double) result[i] * inputs.get("seed").data()[i];
            }
        }
        return sums[1] - sums[0];
    }

    private static Tensor random(Random random, long[] shape) {
        Tensor tensor = Tensor.zeros(
                java.util.Arrays.stream(shape).mapToInt(Math::toIntExact).toArray());
        for (int i = 0; i < tensor.data().length; i++) {
            tensor.data()[i] = (float) random.nextGaussian();
        }
        return tensor;
    }
}
