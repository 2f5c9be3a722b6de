package vermeer.graph.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.shape.Shapes;

class RuleTableTest {

    private static final String OPERATORS =
            """
            Conv ConvTranspose BatchNormalization InstanceNormalization LayerNormalization GroupNormalization LRN
            Gemm MatMul Einsum Relu Clip LeakyRelu PRelu Elu Selu Celu Sigmoid HardSigmoid HardSwish Tanh Softplus
            Softsign Erf Gelu Mish ThresholdedRelu Exp Log Sqrt Reciprocal Abs Neg Sign Pow Add Sub Mul Div Min Max
            Sum Mean Where Equal Greater GreaterOrEqual Less LessOrEqual And Or Not IsNaN MaxPool AveragePool
            GlobalMaxPool GlobalAveragePool LpPool ReduceMean ReduceSum ReduceMax ReduceMin ReduceL1 ReduceL2
            ReduceSumSquare ReduceLogSumExp ReduceProd Softmax LogSoftmax Concat Split Slice Gather GatherElements
            Pad Resize DepthToSpace SpaceToDepth Reshape Flatten Squeeze Unsqueeze Transpose Expand Tile Identity
            Dropout Cast CumSum QuantizeLinear DequantizeLinear
            """;

    static Stream<String> operators() {
        return Stream.of(OPERATORS.trim().split("\\s+"));
    }

    @ParameterizedTest
    @MethodSource("operators")
    void everyOperatorOfImageClassifiersHasAStandardRule(String operator) {
        assertTrue(RuleTable.STANDARD.rule(operator).isPresent());
    }

    @Test
    void anOperatorWithoutARuleIsNamed() throws Exception {
        assertEquals(
                Optional.of("This network uses Atanh, which Vermeer cannot differentiate;"
                        + " methods that need only scores still work."),
                refusal(RuleTable.STANDARD, graph -> graph.add("Atanh", "x")));
    }

    @Test
    void anOperatorBesideTheRouteDoesNotMatter() throws Exception {
        assertEquals(
                Optional.empty(),
                refusal(RuleTable.STANDARD, graph -> graph.add("Mul", "x", graph.add("Atanh", graph.scalar(0.5f)))));
    }

    @Test
    void guidedTakesReluAndRelu6() throws Exception {
        assertEquals(Optional.empty(), refusal(RuleTable.GUIDED, graph -> graph.add("Relu", "x")));
        assertEquals(Optional.empty(), refusal(RuleTable.GUIDED, RuleTableTest::relu6));
        assertEquals(Optional.empty(), refusal(RuleTable.DECONVNET, RuleTableTest::relu6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LeakyRelu",
                "ThresholdedRelu",
                "Elu",
                "Selu",
                "Celu",
                "Sigmoid",
                "HardSigmoid",
                "HardSwish",
                "Tanh",
                "Softplus",
                "Softsign",
                "Mish"
            })
    void guidedRefusesOtherActivationsByName(String operator) throws Exception {
        assertEquals(
                Optional.of("Guided backpropagation is defined for networks whose only activation is ReLU;"
                        + " this one uses " + operator + "."),
                refusal(RuleTable.GUIDED, graph -> graph.add(operator, graph.add("Relu", "x"))));
    }

    @Test
    void guidedNamesActivationsThatExportersWriteInSeveralOperators() throws Exception {
        String all = "Guided backpropagation is defined for networks whose only activation is ReLU; this one uses ";
        assertEquals(
                Optional.of(all + "SiLU."),
                refusal(RuleTable.GUIDED, graph -> graph.add("Mul", "x", graph.add("Sigmoid", "x"))));
        assertEquals(
                Optional.of(all + "GELU."),
                refusal(RuleTable.GUIDED, graph -> graph.add("Relu", graph.add("Erf", "x"))));
        assertEquals(
                Optional.of(all + "hard sigmoid."),
                refusal(RuleTable.GUIDED, graph -> clip(graph, graph.add("Add", "x", graph.scalar(3)), 0)));
    }

    @Test
    void guidedNeedsARelu() throws Exception {
        Optional<String> reason =
                Optional.of("Deconvolution changes how gradients pass through ReLUs, of which this network has none.");
        assertEquals(reason, refusal(RuleTable.DECONVNET, graph -> graph.add("Neg", "x")));
        assertEquals(reason, refusal(RuleTable.DECONVNET, graph -> clip(graph, "x", -1)));
    }

    @Test
    void aRelusOwnRuleIsReplacedAndOthersAreKept() throws Exception {
        RuleTable table =
                RuleTable.STANDARD.with("mine", GuidedRules.RULES, Set.of("Tanh"), RuleTable.Requirement.NONE);
        assertEquals(GuidedRules.RULES.get("Relu"), table.rule("Relu").orElseThrow());
        assertEquals(RuleTable.STANDARD.rule("Conv"), table.rule("Conv"));
        assertTrue(table.rule("Tanh").isEmpty());
    }

    private static Optional<String> refusal(RuleTable table, OperatorCase.Body body) throws GraphException {
        SmallGraph small = new SmallGraph(new Random(1), 2, 3, 3);
        Graph graph = small.ending(body.build(small));
        return table.refusal(graph, Shapes.infer(graph), graph.outputs().get(0).name());
    }

    private static String relu6(SmallGraph graph) {
        return clip(graph, graph.add("Mul", "x", graph.scalar(2)), 0);
    }

    private static String clip(SmallGraph graph, String value, float low) {
        return graph.add("Clip", value, graph.scalar(low), graph.scalar(6));
    }
}
