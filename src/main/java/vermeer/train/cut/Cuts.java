package vermeer.train.cut;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.graph.gradient.Differentiation;
import vermeer.graph.gradient.RuleTable;
import vermeer.graph.shape.Shapes;

/** The places where a network can be cut, the head alone first, then ever deeper. */
public final class Cuts {
    private final Backbone backbone;
    private final int classes;
    private final Map<String, Node> producers;

    private Cuts(Backbone backbone, int classes) {
        this.backbone = backbone;
        this.classes = classes;
        this.producers = backbone.graph().producers();
    }

    /**
     * All cuts that differ in what they train. Of several that train the same the one with the smallest value is offered, the
     * last of those, so that as much as possible is computed once.
     */
    public static List<Cut> of(Backbone backbone, int classes) throws GraphException {
        return new Cuts(backbone, classes).all();
    }

    /**
     * The cut that a user names.
     *
     * @param name {@value Cut#HEAD}, or the name of a cut or of its value, or a part of one that only one cut has
     * @throws GraphException where there is none or it is not possible, as a sentence
     */
    public static Cut named(List<Cut> cuts, String name) throws GraphException {
        if (name.equals(Cut.HEAD)) {
            return cuts.get(0);
        }
        List<Cut> found = cuts.stream()
                .filter(cut -> cut.name().equals(name) || cut.value().equals(name))
                .toList();
        if (found.isEmpty()) {
            found = cuts.stream().filter(cut -> cut.name().contains(name)).toList();
        }
        if (found.isEmpty()) {
            throw new GraphException("There is no cut '" + name + "'; known are head, "
                    + String.join(", ", cuts.stream().skip(1).map(Cut::name).toList()) + ".");
        }
        // Of several layers of one block the last one is meant: the block stays whole.
        Cut cut = found.get(0);
        if (cut.refusal().isPresent()) {
            throw new GraphException(cut.refusal().get());
        }
        return cut;
    }

    private List<Cut> all() throws GraphException {
        List<String> passed = Passage.values(backbone.graph(), backbone.shapes(), backbone.features());
        Collections.reverse(passed);
        List<Cut> cuts = new ArrayList<>();
        for (String value : passed) {
            Cut cut = cut(value);
            int last = cuts.size() - 1;
            if (last < 0 || cuts.get(last).layers() != cut.layers()) {
                cuts.add(cut);
            } else if (cut.size() < cuts.get(last).size()) {
                cuts.set(last, cut);
            }
        }
        return cuts;
    }

    private Cut cut(String value) throws GraphException {
        Tail tail = Tail.of(backbone, value);
        long parameters = (backbone.width() + 1L) * classes;
        int layers = 0;
        Set<String> counted = new HashSet<>();
        for (Node node : tail.graph().nodes()) {
            layers += Weights.isLayer(node, tail.graph()) ? 1 : 0;
            for (String weights : Weights.of(node, tail.graph())) {
                parameters += counted.add(weights)
                        ? tail.graph().constants().get(weights).size()
                        : 0;
            }
        }
        long[] shape = backbone.shapes().shape(value);
        int[] item = Arrays.stream(shape).skip(1).mapToInt(Math::toIntExact).toArray();
        return new Cut(value, name(value), item, layers, parameters, refusal(tail, value));
    }

    private String name(String value) {
        Node producer = producers.get(value);
        if (producer == null) {
            return "input";
        }
        String name = producer.name().isEmpty() ? value : producer.name();
        return name.startsWith("/") ? name.substring(1) : name;
    }

    private Optional<String> refusal(Tail tail, String value) throws GraphException {
        Graph graph = tail.graph();
        if (graph.nodes().isEmpty()) {
            return Optional.empty();
        }
        Shapes shapes = Shapes.infer(graph);
        SortedSet<String> missing = Differentiation.missing(graph, shapes, backbone.features(), RuleTable.TRAINING);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("The network cannot be trained from '" + name(value)
                        + "' on: Vermeer cannot differentiate " + String.join(", ", missing) + "; cut it after that.");
    }
}
