package vermeer.dl4j;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.L2NormalizeVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PoolHelperVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.graph.ReshapeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.ShiftVertex;
import org.deeplearning4j.nn.conf.graph.SubsetVertex;

/** The vertices that can be written as ONNX: to add one is a line and a function here. */
final class VertexRules {
    private static final Map<Class<?>, VertexRule<?>> RULES = new HashMap<>();

    static {
        rule(ElementWiseVertex.class, VertexRules::elementWise);
        rule(MergeVertex.class, VertexRules::merge);
        rule(ScaleVertex.class, (v, in, shape, g) -> g.node("Mul", name(in), g.scalar(v.getScaleFactor())));
        rule(ShiftVertex.class, (v, in, shape, g) -> g.node("Add", name(in), g.scalar(v.getShiftFactor())));
        rule(L2NormalizeVertex.class, VertexRules::l2Normalise);
        rule(SubsetVertex.class, VertexRules::subset);
        rule(ReshapeVertex.class, VertexRules::reshape);
        rule(PreprocessorVertex.class, VertexRules::preProcess);
        rule(PoolHelperVertex.class, VertexRules::withoutFirstRowAndColumn);
    }

    private VertexRules() {}

    private static <V extends GraphVertex> void rule(Class<V> kind, VertexRule<V> rule) {
        RULES.put(kind, rule);
    }

    /** The classes of the vertices that can be written. */
    static Set<Class<?>> supported() {
        return Set.copyOf(RULES.keySet());
    }

    @SuppressWarnings("unchecked")
    static <V extends GraphVertex> Optional<VertexRule<V>> of(V vertex) {
        return Optional.ofNullable((VertexRule<V>) RULES.get(vertex.getClass()));
    }

    private static String name(List<Value> inputs) {
        return inputs.get(0).name();
    }

    private static String elementWise(ElementWiseVertex vertex, List<Value> inputs, long[] shape, Emitter graph) {
        if (inputs.size() == 1) {
            return name(inputs);
        }
        return switch (vertex.getOp()) {
            case Add -> chain("Add", inputs, graph);
            case Product -> chain("Mul", inputs, graph);
            case Subtract -> chain("Sub", inputs, graph);
            case Average -> graph.node("Mul", chain("Add", inputs, graph), graph.scalar(1.0 / inputs.size()));
            case Max -> chain("Max", inputs, graph);
        };
    }

    private static String chain(String operator, List<Value> inputs, Emitter graph) {
        return inputs.stream()
                .map(Value::name)
                .reduce((a, b) -> graph.node(operator, a, b))
                .orElseThrow();
    }

    private static String merge(MergeVertex vertex, List<Value> inputs, long[] shape, Emitter graph) {
        if (inputs.size() == 1) {
            return name(inputs);
        }
        int axis = inputs.get(0).axis(vertex.getMergeAxis());
        return graph.node(
                "Concat",
                Map.of("axis", Emitter.integer(axis)),
                inputs.stream().map(Value::name).toArray(String[]::new));
    }

    /** x / max(|x|, eps), the norm over everything but the batch unless the vertex names axes. */
    private static String l2Normalise(L2NormalizeVertex vertex, List<Value> inputs, long[] shape, Emitter graph) {
        Value input = inputs.get(0);
        int[] dimensions = vertex.getDimension();
        long[] axes = dimensions == null || dimensions.length == 0
                ? java.util.stream.LongStream.range(1, input.rank()).toArray()
                : Arrays.stream(dimensions).mapToLong(input::axis).sorted().toArray();
        String norm = graph.node("ReduceL2", input.name(), graph.integers("axes", axes));
        return graph.node("Div", input.name(), graph.node("Max", norm, graph.scalar(vertex.getEps())));
    }

    private static String subset(SubsetVertex vertex, List<Value> inputs, long[] shape, Emitter graph) {
        return graph.node(
                "Slice",
                name(inputs),
                graph.integers("starts", vertex.getFrom()),
                graph.integers("ends", vertex.getTo() + 1L),
                graph.integers("axes", inputs.get(0).axis(1)));
    }

    private static String reshape(ReshapeVertex vertex, List<Value> inputs, long[] shape, Emitter graph)
            throws ConversionException {
        if (vertex.getReshapeOrder() != 'c') {
            throw new ConversionException("it reshapes in column-major order, which has no ONNX form");
        }
        Value input = inputs.get(0);
        if (shape[0] != input.shape()[0]) {
            throw new ConversionException("it mixes the pictures of a batch");
        }
        return graph.reshape(input, shape, graph.channelsLast()).name();
    }

    private static String preProcess(PreprocessorVertex vertex, List<Value> inputs, long[] shape, Emitter graph)
            throws ConversionException {
        return PreProcessorRules.emit(vertex.getPreProcessor(), inputs.get(0), shape, graph)
                .name();
    }

    private static String withoutFirstRowAndColumn(
            PoolHelperVertex vertex, List<Value> inputs, long[] shape, Emitter graph) {
        long[] sizes = inputs.get(0).shape();
        return graph.node(
                "Slice",
                name(inputs),
                graph.integers("starts", 1, 1),
                graph.integers("ends", sizes[2], sizes[3]),
                graph.integers("axes", inputs.get(0).axis(2), inputs.get(0).axis(3)));
    }
}
