package vermeer.dl4j;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import vermeer.graph.Constant;
import vermeer.graph.Graph;
import vermeer.graph.prepare.MergedLayer;
import vermeer.graph.prepare.MergedNormalisation;

/**
 * Puts weights that were trained in the converted graph back into the network that it was converted from. Where a constant
 * lies among the parameters is what the conversion itself has noted ({@link Emitter#parameter}), so that there is one mapping
 * for both directions. What training has merged with a batch normalisation is taken apart again.
 */
final class TrainedParameters {
    private final Graph graph;
    private final GraphConverter places;
    private final Set<String> steps = new LinkedHashSet<>();

    private TrainedParameters(Graph graph, GraphConverter places) {
        this.graph = graph;
        this.places = places;
    }

    /**
     * @param graph as converted, nothing merged
     * @param places where its constants lie in the network
     * @param tuned the constants after training, by their names in the merged graph
     * @param trained the names of those that were trained
     * @return the steps whose parameters were written to
     * @throws ConversionException where a constant has no place in the network, naming it
     */
    static Set<String> write(Graph graph, GraphConverter places, Map<String, Constant> tuned, Set<String> trained)
            throws ConversionException {
        TrainedParameters parameters = new TrainedParameters(graph, places);
        Set<String> left = new LinkedHashSet<>(trained);
        for (MergedLayer layer : MergedNormalisation.layers(graph)) {
            boolean weights = left.remove(layer.mergedWeights());
            boolean bias = left.remove(layer.mergedBias());
            if (weights || bias) {
                parameters.putApart(layer, tuned);
            }
        }
        for (String constant : left) {
            parameters.put(constant, values(tuned, constant));
        }
        return parameters.steps;
    }

    private void putApart(MergedLayer layer, Map<String, Constant> tuned) throws ConversionException {
        boolean affine = places.parameter(layer.scale()).isPresent()
                && places.parameter(layer.shift()).isPresent();
        MergedLayer.Apart apart =
                layer.apart(graph, values(tuned, layer.mergedWeights()), values(tuned, layer.mergedBias()), affine);
        put(layer.weights(), apart.weights());
        if (affine) {
            put(layer.scale(), apart.scale());
            put(layer.shift(), apart.shift());
        } else {
            put(layer.mean(), apart.mean());
        }
    }

    private static float[] values(Map<String, Constant> tuned, String constant) throws ConversionException {
        if (!tuned.containsKey(constant)) {
            throw new ConversionException("The tuned network lacks the weights '" + constant + "'.");
        }
        return tuned.get(constant).toFloats();
    }

    private void put(String constant, float[] values) throws ConversionException {
        INDArray view = places.parameter(constant)
                .orElseThrow(() -> new ConversionException(
                        "The trained weights '" + constant + "' have no place in the DL4J network."));
        if (view.length() != values.length) {
            throw new ConversionException("The trained weights '" + constant + "' are " + values.length
                    + " numbers; DL4J's layer has " + view.length() + ".");
        }
        TunedHead.assign(view, values);
        places.writer(constant).ifPresent(steps::add);
    }
}
