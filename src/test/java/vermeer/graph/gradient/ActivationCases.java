package vermeer.graph.gradient;

import static vermeer.graph.gradient.OperatorCase.of;
import static vermeer.graph.gradient.SmallGraph.with;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vermeer.graph.Attribute;
import vermeer.graph.ElementType;

/** Activation functions and other functions of one value. */
final class ActivationCases {
    static final List<OperatorCase> CASES = Stream.of(
                    plain(),
                    withSettings(),
                    List.of(
                            onPositive("Log"),
                            onPositive("Sqrt"),
                            onPositive("Reciprocal"),
                            clip("Clip to both sides", -0.5f, 1f),
                            clip("Clip as ReLU6", 0f, 1f),
                            clip("Clip below", -0.5f, null),
                            clip("Clip above", null, 0.5f),
                            of(
                                    "PRelu, a slope a channel",
                                    graph -> graph.add("PRelu", "x", graph.weights(graph.extent(1), 1, 1)),
                                    3,
                                    3,
                                    4),
                            of("PRelu, computed slope", ActivationCases::computedSlope, 3, 3, 4),
                            of("Cast to double and back", ActivationCases::throughDouble, 2, 3, 4)))
            .flatMap(List::stream)
            .toList();

    private ActivationCases() {}

    private static List<OperatorCase> plain() {
        return Stream.of(
                        "Relu",
                        "LeakyRelu",
                        "Elu",
                        "Selu",
                        "Celu",
                        "Sigmoid",
                        "HardSigmoid",
                        "HardSwish",
                        "Tanh",
                        "Softplus",
                        "Softsign",
                        "Erf",
                        "Gelu",
                        "Mish",
                        "Exp",
                        "Abs",
                        "Neg",
                        "Sin",
                        "Cos",
                        "Identity",
                        "Dropout")
                .map(OperatorCase::unary)
                .toList();
    }

    private static List<OperatorCase> withSettings() {
        return List.of(
                setting("LeakyRelu, slope above 1", "LeakyRelu", with("alpha", 1.5f)),
                setting("LeakyRelu, negative slope", "LeakyRelu", with("alpha", -0.5f)),
                setting("ThresholdedRelu, positive threshold", "ThresholdedRelu", with("alpha", 0.5f)),
                setting("ThresholdedRelu, negative threshold", "ThresholdedRelu", with("alpha", -0.5f)),
                setting("Elu, alpha 1.5", "Elu", with("alpha", 1.5f)),
                setting("Celu, alpha 2", "Celu", with("alpha", 2f)),
                setting(
                        "Selu, own constants",
                        "Selu",
                        Map.of("alpha", new Attribute.Real(1.5f), "gamma", new Attribute.Real(2f))),
                setting(
                        "HardSigmoid, steep",
                        "HardSigmoid",
                        Map.of("alpha", new Attribute.Real(1f), "beta", new Attribute.Real(0.5f))),
                setting("Gelu, tanh", "Gelu", with("approximate", "tanh")));
    }

    private static OperatorCase setting(String name, String operator, Map<String, Attribute> attributes) {
        return of(name, graph -> graph.add(operator, attributes, "x"), 3, 4, 4);
    }

    private static OperatorCase onPositive(String operator) {
        return of(operator, graph -> graph.add(operator, ArithmeticCases.positive(graph)), 2, 3, 4);
    }

    private static OperatorCase clip(String name, Float low, Float high) {
        return of(
                name,
                graph -> graph.add(
                        "Clip", "x", low == null ? "" : graph.scalar(low), high == null ? "" : graph.scalar(high)),
                3,
                4,
                4);
    }

    private static String computedSlope(SmallGraph graph) {
        String mean = graph.add("ReduceMean", with("keepdims", 1), "x", graph.integers(2, 3));
        return graph.add("PRelu", "x", mean);
    }

    private static String throughDouble(SmallGraph graph) {
        String wide = graph.add("Cast", with("to", ElementType.DOUBLE.code()), "x");
        String root = graph.add("Mul", wide, wide);
        return graph.add("Cast", with("to", ElementType.FLOAT.code()), root);
    }
}
