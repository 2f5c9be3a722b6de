package vermeer.dl4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.VertexIndices;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import vermeer.dl4j.Step.LayerStep;
import vermeer.dl4j.Step.VertexStep;

/**
 * A DL4J network, of either kind, as steps in the order of computing.
 *
 * @param input the name by which the steps read the network's input
 * @param output the name of the step that gives the scores
 * @param channelsLast whether DL4J holds its pictures as {@code [n, rows, columns, channels]}
 */
record Network(String input, List<Step> steps, String output, boolean channelsLast) {

    /** A network of either kind. */
    static Network of(Model network) throws ConversionException {
        return network instanceof ComputationGraph graph ? of(graph) : of((MultiLayerNetwork) network);
    }

    static Network of(MultiLayerNetwork network) {
        List<Step> steps = new ArrayList<>();
        String previous = "input";
        for (int i = 0; i < network.getnLayers(); i++) {
            org.deeplearning4j.nn.api.Layer layer = network.getLayer(i);
            String named = layer.conf().getLayer().getLayerName();
            String name = named == null || named.isBlank() ? "layer" + i : named;
            steps.add(new LayerStep(
                    name,
                    List.of(previous),
                    network.getLayerWiseConfigurations().getInputPreProcess(i),
                    layer));
            previous = name;
        }
        return new Network("input", steps, previous, channelsLast(steps));
    }

    /** @throws ConversionException where the graph has several inputs or outputs */
    static Network of(ComputationGraph graph) throws ConversionException {
        List<String> inputs = graph.getConfiguration().getNetworkInputs();
        List<String> outputs = graph.getConfiguration().getNetworkOutputs();
        if (inputs.size() != 1 || outputs.size() != 1) {
            throw new ConversionException("The network has " + inputs.size() + " inputs and " + outputs.size()
                    + " outputs; Vermeer explains classifiers with one picture in and one row of class scores out.");
        }
        List<Step> steps = new ArrayList<>();
        for (int index : graph.topologicalSortOrder()) {
            GraphVertex vertex = graph.getVertices()[index];
            if (!vertex.isInputVertex()) {
                steps.add(step(graph, vertex));
            }
        }
        return new Network(inputs.get(0), steps, outputs.get(0), channelsLast(steps));
    }

    private static Step step(ComputationGraph graph, GraphVertex vertex) {
        String name = vertex.getVertexName();
        List<String> reads = Arrays.stream(vertex.getInputVertices())
                .map(VertexIndices::getVertexIndex)
                .map(index -> graph.getVertices()[index].getVertexName())
                .toList();
        org.deeplearning4j.nn.conf.graph.GraphVertex settings =
                Frozen.unwrap(graph.getConfiguration().getVertices().get(name));
        return settings instanceof LayerVertex layer
                ? new LayerStep(name, reads, layer.getPreProcessor(), vertex.getLayer())
                : new VertexStep(name, reads, settings, vertex);
    }

    private static boolean channelsLast(List<Step> steps) {
        return steps.stream()
                .filter(LayerStep.class::isInstance)
                .map(step -> Formats.of(((LayerStep) step).settings()))
                .flatMap(Optional::stream)
                .findFirst()
                .map(format -> format == CNN2DFormat.NHWC)
                .orElse(false);
    }

    /** The settings of the layers, in the order of computing. */
    List<Layer> layers() {
        return steps.stream()
                .filter(LayerStep.class::isInstance)
                .map(step -> ((LayerStep) step).settings())
                .toList();
    }
}
