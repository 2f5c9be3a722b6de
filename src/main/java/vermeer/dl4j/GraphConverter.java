package vermeer.dl4j;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import vermeer.dl4j.Step.LayerStep;
import vermeer.dl4j.Step.VertexStep;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.ValueInfo;

/**
 * Writes a network as a graph, one step at a time while the network runs, because the shapes that the steps have are
 * those that DL4J computes.
 */
final class GraphConverter {
    /** The opset of converted graphs. */
    static final int OPSET = 18;

    private final Network network;
    private final Emitter emitter;
    private final Map<String, Value> values = new HashMap<>();
    private final ValueInfo input;
    /** The step, the last one of several, whose output a value of the graph is. */
    private final Map<String, String> outputs = new HashMap<>();
    /** The step, the last one of several, that reads a value after its preprocessor. */
    private final Map<String, String> readers = new HashMap<>();

    private String logits = "";

    /** @param shape of the batch that will run, in the source's layout */
    GraphConverter(Network network, long[] shape) {
        this.network = network;
        this.emitter = new Emitter(network.channelsLast());
        long[] declared = shape.clone();
        declared[0] = -1;
        this.input = new ValueInfo("input", ElementType.FLOAT, declared);
        emitter.enter("input");
        boolean move = network.channelsLast() && shape.length == 4;
        String name = move ? emitter.node("Transpose", Map.of("perm", Emitter.ints(0, 3, 1, 2)), "input") : "input";
        values.put(network.input(), new Value(name, shape, move));
    }

    /**
     * Adds one step.
     *
     * @return the value that holds its output
     * @throws ConversionException where the step has no ONNX form, naming it and its class
     */
    Value add(Step step, List<INDArray> inputs, INDArray output) throws ConversionException {
        emitter.enter(step.name());
        List<Value> reads = step.inputs().stream().map(values::get).toList();
        try {
            Value value = step instanceof LayerStep layer
                    ? layer(layer, reads.get(0), inputs.get(0), output)
                    : vertex((VertexStep) step, reads, output);
            values.put(step.name(), value);
            outputs.put(value.name(), step.name());
            return value;
        } catch (ConversionException e) {
            throw new ConversionException(
                    "Layer '" + step.name() + "' (" + step.kind() + ") cannot be converted: " + e.getMessage() + ".",
                    e);
        }
    }

    private Value layer(LayerStep step, Value read, INDArray input, INDArray output) throws ConversionException {
        Layer layer = step.settings();
        Value in = read;
        if (step.preProcessor() != null) {
            long[] shape = ForwardPass.preProcessed(step, input.dup('c')).shape();
            in = PreProcessorRules.emit(step.preProcessor(), read, shape, emitter);
            readers.put(in.name(), step.name());
        }
        LayerRule<Layer> rule = LayerRules.of(layer).orElseThrow(() -> unknown(layer.getClass()));
        long[] shape = output.shape();
        String name = rule.emit(layer, step.layer().paramTable(), in, shape, emitter);
        Optional<IActivation> function = Head.activation(layer);
        boolean picture = shape.length == 4 && (in.moved() || network.channelsLast());
        if (function.isEmpty()) {
            return new Value(name, shape, picture);
        }
        if (step.name().equals(network.output())) {
            logits = name;
        }
        boolean byChannel = layer instanceof CnnLossLayer;
        String activated = ActivationRules.emit(function.get(), new Value(name, shape, picture || byChannel), emitter);
        return new Value(activated, shape, picture);
    }

    private Value vertex(VertexStep step, List<Value> reads, INDArray output) throws ConversionException {
        VertexRule<org.deeplearning4j.nn.conf.graph.GraphVertex> rule = VertexRules.of(step.settings())
                .orElseThrow(() -> unknown(step.settings().getClass()));
        String name = rule.emit(step.settings(), reads, output.shape(), emitter);
        return new Value(name, output.shape(), output.rank() == 4 && network.channelsLast());
    }

    private static ConversionException unknown(Class<?> kind) {
        return new ConversionException("Vermeer has no ONNX form for " + kind.getName());
    }

    /** The step whose output a value of the graph is; empty for values inside of steps. */
    Optional<String> output(String value) {
        return Optional.ofNullable(outputs.get(value));
    }

    /** The step that reads a value of the graph which its own preprocessor writes. */
    Optional<String> readerOf(String value) {
        return Optional.ofNullable(readers.get(value));
    }

    /** The step that a value or constant of the graph belongs to. */
    Optional<String> writer(String value) {
        return emitter.writer(value);
    }

    /** Where a constant of the graph lies among the network's parameters; see {@link Emitter#parameter}. */
    Optional<INDArray> parameter(String constant) {
        return emitter.parameter(constant);
    }

    /** The value that holds the logits: the input of the last activation function, or the output where there is none. */
    String logits() {
        return logits.isEmpty() ? values.get(network.output()).name() : logits;
    }

    /**
     * The finished graph, batch free.
     *
     * @throws ConversionException where the network does not end in one row of scores a picture
     */
    Graph finish(Map<String, String> metadata) throws ConversionException {
        Value last = values.get(network.output());
        if (last.rank() != 2) {
            throw new ConversionException("The network ends in a value of " + last.rank()
                    + " axes, not in one row of class scores a picture, so it is no image classifier.");
        }
        ValueInfo output = new ValueInfo(last.name(), ElementType.FLOAT, new long[] {-1, last.shape()[1]});
        return new Graph(
                "network",
                OPSET,
                List.of(input),
                List.of(output),
                new ArrayList<>(emitter.nodes()),
                emitter.constants(),
                metadata);
    }
}
