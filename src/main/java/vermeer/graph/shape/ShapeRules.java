package vermeer.graph.shape;

import static java.util.Map.entry;
import static vermeer.graph.shape.ShapeRule.one;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vermeer.graph.GraphException;

/** Which rule each operator has. */
final class ShapeRules {
    private static final ShapeRule SAME = one(ElementwiseShapes::same);
    private static final ShapeRule BROADCAST = one(ElementwiseShapes::broadcast);
    private static final ShapeRule COMPARE = one(ElementwiseShapes::compare);
    private static final ShapeRule REDUCE = one(ReduceShapes::reduce);
    private static final ShapeRule ARG = one(ReduceShapes::arg);
    private static final ShapeRule GLOBAL_POOL = one(WindowShapes::globalPool);

    private static final List<String> SAME_AS_INPUT = List.of(
            "Abs",
            "Acos",
            "Acosh",
            "Asin",
            "Asinh",
            "Atan",
            "Atanh",
            "BitwiseNot",
            "Ceil",
            "Celu",
            "Clip",
            "Cos",
            "Cosh",
            "CumSum",
            "Elu",
            "Erf",
            "Exp",
            "Floor",
            "Gelu",
            "GroupNormalization",
            "HardSigmoid",
            "HardSwish",
            "Hardmax",
            "Identity",
            "InstanceNormalization",
            "LRN",
            "LeakyRelu",
            "Log",
            "LogSoftmax",
            "LpNormalization",
            "MeanVarianceNormalization",
            "Mish",
            "Neg",
            "Not",
            "RMSNormalization",
            "Reciprocal",
            "Relu",
            "ReverseSequence",
            "Round",
            "ScatterElements",
            "ScatterND",
            "Selu",
            "Shrink",
            "Sigmoid",
            "Sign",
            "Sin",
            "Sinh",
            "Softmax",
            "Softplus",
            "Softsign",
            "Sqrt",
            "Swish",
            "Tan",
            "Tanh",
            "ThresholdedRelu",
            "Trilu");
    private static final List<String> BROADCASTING = List.of(
            "Add",
            "BitShift",
            "BitwiseAnd",
            "BitwiseOr",
            "BitwiseXor",
            "Div",
            "Max",
            "Mean",
            "Min",
            "Mod",
            "Mul",
            "PRelu",
            "Pow",
            "Sub",
            "Sum");
    private static final List<String> COMPARING =
            List.of("And", "Equal", "Greater", "GreaterOrEqual", "IsInf", "IsNaN", "Less", "LessOrEqual", "Or", "Xor");
    private static final List<String> REDUCING = List.of(
            "ReduceL1",
            "ReduceL2",
            "ReduceLogSum",
            "ReduceLogSumExp",
            "ReduceMax",
            "ReduceMean",
            "ReduceMin",
            "ReduceProd",
            "ReduceSum",
            "ReduceSumSquare");

    private static final Map<String, ShapeRule> OTHERS = Map.ofEntries(
            entry("ArgMax", ARG),
            entry("ArgMin", ARG),
            entry("AveragePool", one(WindowShapes::averagePool)),
            entry("BatchNormalization", one(ElementwiseShapes::same)),
            entry("Cast", one(ElementwiseShapes::cast)),
            entry("CastLike", one(ElementwiseShapes::castLike)),
            entry("Concat", one(JoinShapes::concat)),
            entry("ConstantOfShape", one(MakerShapes::constantOfShape)),
            entry("Conv", one(WindowShapes::conv)),
            entry("ConvInteger", one(WindowShapes::convInteger)),
            entry("ConvTranspose", one(WindowShapes::convTranspose)),
            entry("DepthToSpace", one(SizeShapes::depthToSpace)),
            entry("DequantizeLinear", one(ElementwiseShapes::dequantize)),
            entry("Dropout", ElementwiseShapes::dropout),
            entry("DynamicQuantizeLinear", ElementwiseShapes::dynamicQuantize),
            entry("Einsum", one(EinsumShape::infer)),
            entry("Expand", one(LayoutShapes::expand)),
            entry("EyeLike", one(MakerShapes::eyeLike)),
            entry("Flatten", one(LayoutShapes::flatten)),
            entry("Gather", one(PickShapes::gather)),
            entry("GatherElements", one(PickShapes::gatherElements)),
            entry("GatherND", one(PickShapes::gatherNd)),
            entry("Gemm", one(ProductShapes::gemm)),
            entry("GlobalAveragePool", GLOBAL_POOL),
            entry("GlobalLpPool", GLOBAL_POOL),
            entry("GlobalMaxPool", GLOBAL_POOL),
            entry("If", BranchShapes::infer),
            entry("LayerNormalization", ReduceShapes::layerNormalization),
            entry("LpPool", one(WindowShapes::averagePool)),
            entry("MatMul", one(ProductShapes::matMul)),
            entry("MatMulInteger", one(ProductShapes::matMulInteger)),
            entry("MaxPool", WindowShapes::maxPool),
            entry("NonZero", one(MakerShapes::nonZero)),
            entry("OneHot", one(MakerShapes::oneHot)),
            entry("Pad", one(SizeShapes::pad)),
            entry("QLinearConv", one(WindowShapes::quantizedConv)),
            entry("QLinearMatMul", one(ProductShapes::quantizedMatMul)),
            entry("QuantizeLinear", one(ElementwiseShapes::quantize)),
            entry("Range", one(MakerShapes::range)),
            entry("Reshape", one(LayoutShapes::reshape)),
            entry("Resize", one(SizeShapes::resize)),
            entry("Shape", one(MakerShapes::shape)),
            entry("Size", one(MakerShapes::size)),
            entry("Slice", one(PickShapes::slice)),
            entry("SpaceToDepth", one(SizeShapes::spaceToDepth)),
            entry("Split", JoinShapes::split),
            entry("Squeeze", one(LayoutShapes::squeeze)),
            entry("Tile", one(LayoutShapes::tile)),
            entry("TopK", PickShapes::topK),
            entry("Transpose", one(LayoutShapes::transpose)),
            entry("Unsqueeze", one(LayoutShapes::unsqueeze)),
            entry("Where", one(ElementwiseShapes::where)));

    private static final Map<String, ShapeRule> ALL = all();

    private ShapeRules() {}

    /** @throws UnknownShapeException where the operator has no rule here, too */
    static List<TensorType> infer(Call call) throws UnknownShapeException, GraphException {
        ShapeRule rule = call.node().domain().isEmpty() ? ALL.get(call.node().operator()) : null;
        if (rule == null) {
            throw new UnknownShapeException();
        }
        return rule.infer(call);
    }

    private static Map<String, ShapeRule> all() {
        Map<String, ShapeRule> rules = new HashMap<>(OTHERS);
        SAME_AS_INPUT.forEach(operator -> rules.put(operator, SAME));
        BROADCASTING.forEach(operator -> rules.put(operator, BROADCAST));
        COMPARING.forEach(operator -> rules.put(operator, COMPARE));
        REDUCING.forEach(operator -> rules.put(operator, REDUCE));
        return Map.copyOf(rules);
    }
}
