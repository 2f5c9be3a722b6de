package vermeer.dl4j;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.transferlearning.FineTuneConfiguration;
import org.deeplearning4j.nn.transferlearning.TransferLearning;

/**
 * A network with its classifier replaced, made by DL4J's transfer learning, so that DL4J can train it further: what Vermeer
 * kept as it was is frozen there too.
 *
 * @param network the source's steps
 * @param head what comes in place of everything that does not lead to it
 * @param frozen the last steps that were kept as they were; they and all before them are frozen
 */
record TunedNetwork(Network network, TunedHead head, List<String> frozen) {

    /** @param source whose parameters are already the trained ones, nothing frozen */
    Model of(Model source) {
        return source instanceof ComputationGraph graph ? graph(graph) : layers((MultiLayerNetwork) source);
    }

    private Model layers(MultiLayerNetwork source) {
        List<String> names = network.steps().stream().map(Step::name).toList();
        int kept = names.indexOf(head.after()) + 1;
        TransferLearning.Builder builder = new TransferLearning.Builder(source)
                .fineTuneConfiguration(new FineTuneConfiguration.Builder()
                        .seed(source.getDefaultConfiguration().getSeed())
                        .build())
                .removeLayersFromOutput(source.getnLayers() - kept);
        frozen.stream()
                .mapToInt(names::indexOf)
                .filter(index -> index >= 0)
                .max()
                .ifPresent(builder::setFeatureExtractor);
        for (Layer layer : head.layers()) {
            builder.addLayer(layer);
        }
        // DL4J leaves the preprocessors of removed layers where they were.
        for (int i = kept; i <= source.getnLayers(); i++) {
            builder.setInputPreProcessor(i, i == kept ? head.preProcessor().orElse(null) : null);
        }
        MultiLayerNetwork tuned = builder.build();
        for (int i = 0; i < kept; i++) {
            copy(source.getLayer(i), tuned.getLayer(i));
        }
        head.fill(tuned.getLayer(tuned.getnLayers() - 1));
        return tuned;
    }

    private Model graph(ComputationGraph source) {
        TransferLearning.GraphBuilder builder = new TransferLearning.GraphBuilder(source)
                .fineTuneConfiguration(new FineTuneConfiguration.Builder()
                        .seed(source.getConfiguration()
                                .getDefaultConfiguration()
                                .getSeed())
                        .build());
        Set<String> kept = leadingTo(head.after());
        Map<String, ?> vertices = source.getConfiguration().getVertices();
        vertices.keySet().stream()
                .filter(vertex -> !kept.contains(vertex))
                .toList()
                .forEach(builder::removeVertexAndConnections);
        String read = head.after();
        for (Layer layer : head.layers()) {
            boolean first = read.equals(head.after());
            builder.addLayer(
                    layer.getLayerName(), layer, first ? head.preProcessor().orElse(null) : null, read);
            read = layer.getLayerName();
        }
        builder.setOutputs(read);
        if (!frozen.isEmpty()) {
            builder.setFeatureExtractor(frozen.toArray(String[]::new));
        }
        ComputationGraph tuned = builder.build();
        for (String vertex : kept) {
            if (source.getVertex(vertex) != null && source.getVertex(vertex).hasLayer()) {
                copy(source.getLayer(vertex), tuned.getLayer(vertex));
            }
        }
        head.fill(tuned.getLayer(read));
        return tuned;
    }

    /** DL4J copies parameters too, but not into layers of every kind. */
    private static void copy(org.deeplearning4j.nn.api.Layer from, org.deeplearning4j.nn.api.Layer to) {
        from.paramTable().forEach((key, parameters) -> to.paramTable().get(key).assign(parameters));
    }

    /** A step and all that it depends on. */
    private Set<String> leadingTo(String step) {
        Set<String> leading = new HashSet<>(Set.of(step));
        for (int i = network.steps().size() - 1; i >= 0; i--) {
            Step before = network.steps().get(i);
            if (leading.contains(before.name())) {
                leading.addAll(before.inputs());
            }
        }
        return leading;
    }

    /** How many layers of a network are frozen. */
    static int frozenLayers(Model tuned) {
        org.deeplearning4j.nn.api.Layer[] layers =
                tuned instanceof ComputationGraph graph ? graph.getLayers() : ((MultiLayerNetwork) tuned).getLayers();
        int count = 0;
        for (org.deeplearning4j.nn.api.Layer layer : layers) {
            count += layer instanceof org.deeplearning4j.nn.layers.FrozenLayer ? 1 : 0;
        }
        return count;
    }
}
