package vermeer.graph.gradient;

import static vermeer.graph.gradient.ConvolutionCases.merge;
import static vermeer.graph.gradient.OperatorCase.fixed;
import static vermeer.graph.gradient.OperatorCase.of;
import static vermeer.graph.gradient.SmallGraph.with;

import java.util.List;

/** Normalisations over channels, features, groups and neighbours. */
final class NormalisationCases {
    static final List<OperatorCase> CASES = List.of(
            of("BatchNormalization", NormalisationCases::batch, 2, 3, 4),
            of("BatchNormalization of features", NormalisationCases::batch, 5),
            of("InstanceNormalization", NormalisationCases::instance, 2, 3, 4),
            of("InstanceNormalization, one-dimensional", NormalisationCases::instance, 2, 5),
            fixed("LayerNormalization", graph -> layer(graph, -1, 4), 2, 3, 4),
            fixed("LayerNormalization over two axes", graph -> layer(graph, 2, 3, 4), 2, 3, 4),
            fixed("GroupNormalization", graph -> group(graph, 2), 4, 3, 2),
            fixed("GroupNormalization, one group", graph -> group(graph, 1), 3, 2, 2),
            fixed("LRN", graph -> local(graph, 3), 5, 2, 3),
            fixed("LRN, more neighbours than channels", graph -> local(graph, 7), 3, 2, 3));

    private NormalisationCases() {}

    private static String batch(SmallGraph graph) {
        long channels = graph.extent(1);
        return graph.add(
                "BatchNormalization",
                with("epsilon", 0.01f),
                "x",
                graph.weights(channels),
                graph.weights(channels),
                graph.weights(channels),
                graph.positiveWeights(channels));
    }

    private static String instance(SmallGraph graph) {
        long channels = graph.extent(1);
        return graph.add(
                "InstanceNormalization", with("epsilon", 0.1f), "x", graph.weights(channels), graph.weights(channels));
    }

    private static String layer(SmallGraph graph, int axis, long... extents) {
        return graph.add(
                "LayerNormalization",
                merge(with("axis", axis), with("epsilon", 0.1f)),
                "x",
                graph.weights(extents),
                graph.weights(extents));
    }

    private static String group(SmallGraph graph, int groups) {
        return graph.add(
                "GroupNormalization",
                merge(with("num_groups", groups), with("epsilon", 0.1f)),
                "x",
                graph.weights(graph.extent(1)),
                graph.weights(graph.extent(1)));
    }

    private static String local(SmallGraph graph, int size) {
        return graph.add("LRN", merge(merge(with("size", size), with("alpha", 2f)), with("bias", 0.7f)), "x");
    }
}
