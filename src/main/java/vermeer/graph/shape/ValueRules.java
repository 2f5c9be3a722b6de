package vermeer.graph.shape;

import static java.util.Map.entry;
import static vermeer.graph.shape.ValueRule.one;

import java.util.List;
import java.util.Map;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;

/** Which operators are computed here when their inputs are known: those that exporters compute shapes and settings with. */
final class ValueRules {
    private static final ValueRule REARRANGED =
            one((call, output) -> call.value(0).reshaped(output.shape()));

    private static final Map<String, ValueRule> RULES = Map.ofEntries(
            entry("Abs", one(ElementwiseValues.unary(Linear::abs))),
            entry("Add", one(ElementwiseValues.folded(Linear::add))),
            entry("And", one(ElementwiseValues.binary(Linear::and))),
            entry("Cast", one(ElementwiseValues::cast)),
            entry("CastLike", one(ElementwiseValues::cast)),
            entry("Ceil", one(ElementwiseValues.unary(Linear.whole(Math::ceil)))),
            entry("Concat", one(PickValues::concat)),
            entry("ConstantOfShape", one(MakerValues::constantOfShape)),
            entry("Div", one(ElementwiseValues::divide)),
            entry("Equal", one(ElementwiseValues.binary(Linear.ordered(order -> order == 0)))),
            entry("Exp", one(ElementwiseValues.unary(Linear.only(Math::exp)))),
            entry("Expand", one(PickValues::expand)),
            entry("Flatten", REARRANGED),
            entry("Floor", one(ElementwiseValues.unary(Linear.whole(Math::floor)))),
            entry("Gather", one(PickValues::gather)),
            entry("Greater", one(ElementwiseValues.binary(Linear.ordered(order -> order > 0)))),
            entry("GreaterOrEqual", one(ElementwiseValues.binary(Linear.ordered(order -> order >= 0)))),
            entry("Identity", REARRANGED),
            entry("Less", one(ElementwiseValues.binary(Linear.ordered(order -> order < 0)))),
            entry("LessOrEqual", one(ElementwiseValues.binary(Linear.ordered(order -> order <= 0)))),
            entry("Log", one(ElementwiseValues.unary(Linear.only(Math::log)))),
            entry("Max", one(ElementwiseValues.folded(Linear::max))),
            entry("Min", one(ElementwiseValues.folded(Linear::min))),
            entry("Mod", one(ElementwiseValues::modulo)),
            entry("Mul", one(ElementwiseValues.folded(Linear::multiply))),
            entry("Neg", one(ElementwiseValues.unary(Linear::negate))),
            entry("NonZero", one(MakerValues::nonZero)),
            entry("Not", one(ElementwiseValues.unary(Linear.only(value -> value == 0 ? 1 : 0)))),
            entry("Or", one(ElementwiseValues.binary(Linear::or))),
            entry("Pow", one(ElementwiseValues.binary(Linear.both(Math::pow)))),
            entry("Range", one(MakerValues::range)),
            entry("Reciprocal", one(ElementwiseValues.unary(Linear.only(value -> 1 / value)))),
            entry("ReduceMax", one(ReduceValues.over(Linear::max))),
            entry("ReduceMin", one(ReduceValues.over(Linear::min))),
            entry("ReduceProd", one(ReduceValues.over(Linear::multiply))),
            entry("ReduceSum", one(ReduceValues.over(Linear::add))),
            entry("Reshape", REARRANGED),
            entry("Round", one(ElementwiseValues.unary(Linear.whole(Math::rint)))),
            entry("ScatterND", one(MakerValues::scatterNd)),
            entry("Slice", one(PickValues::slice)),
            entry("Split", PickValues::split),
            entry("Sqrt", one(ElementwiseValues.unary(Linear.only(Math::sqrt)))),
            entry("Squeeze", REARRANGED),
            entry("Sub", one(ElementwiseValues.binary(Linear::subtract))),
            entry("Tile", one(PickValues::tile)),
            entry("Transpose", one(PickValues::transpose)),
            entry("Unsqueeze", REARRANGED),
            entry("Where", one(ElementwiseValues::where)));

    private ValueRules() {}

    /** The outputs' values; empty where they are not known, or larger than {@code limit} elements. */
    static List<Known> compute(Call call, List<TensorType> outputs, int limit) throws GraphException {
        try {
            String operator = call.node().operator();
            if (!call.node().domain().isEmpty()) {
                return List.of();
            }
            if (operator.equals("Shape") || operator.equals("Size")) {
                return List.of(MakerValues.shapeOrSize(call));
            }
            ValueRule rule = RULES.get(operator);
            boolean settled = rule != null
                    && call.node().inputs().stream()
                            .allMatch(input -> input.isEmpty() || call.known().hasValue(input));
            return settled && small(operator, outputs, limit) ? rule.compute(call, outputs) : List.of();
        } catch (UnknownShapeException e) {
            return List.of();
        }
    }

    private static boolean small(String operator, List<TensorType> outputs, int limit) {
        return outputs.stream().allMatch(output -> operator.equals("NonZero") || size(output) <= limit);
    }

    private static long size(TensorType output) {
        long size = 1;
        for (long extent : output.shape()) {
            if (extent < 0 || extent == Graph.UNKNOWN || size > Integer.MAX_VALUE) {
                return Long.MAX_VALUE;
            }
            size *= extent;
        }
        return size;
    }
}
