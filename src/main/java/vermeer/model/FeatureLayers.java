package vermeer.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/**
 * The feature maps of a classifier: values between input and logits that have channels, rows and columns, or, in vision
 * transformers, tokens and features.
 *
 * <p>ONNX's convolutions and pools read and write channels before rows and columns. Other four-axis values are taken for
 * feature maps where they come from those, or from the input, without their axes being moved elsewhere.
 */
final class FeatureLayers {
    /** Operators that only move values; what they give was already listed. */
    private static final Set<String> PLUMBING = Set.of(
            "Identity",
            "Reshape",
            "Dropout",
            "Cast",
            "Pad",
            "Slice",
            "Split",
            "Expand",
            "Squeeze",
            "Unsqueeze",
            "Flatten");

    private static final Set<String> SPATIAL = Set.of(
            "Conv",
            "ConvTranspose",
            "ConvInteger",
            "MaxPool",
            "AveragePool",
            "LpPool",
            "BatchNormalization",
            "InstanceNormalization",
            "LRN",
            "DepthToSpace",
            "SpaceToDepth",
            "Resize",
            "GlobalAveragePool",
            "GlobalMaxPool");

    private static final Set<String> WEIGHTED =
            Set.of("Conv", "ConvTranspose", "ConvInteger", "Gemm", "MatMul", "Einsum");

    private static final String CHANNELS_FIRST = "0123";

    private final Classifier classifier;
    private final Set<String> onTheWay;

    /** Where channels (1), rows (2) and columns (3) of four-axis values are, as the positions that NCHW's axes have. */
    private final Map<String, String> axes = new HashMap<>();

    /** Values behind a layer with weights: what comes before them is still the picture. */
    private final Set<String> learned = new HashSet<>();

    private FeatureLayers(Classifier classifier) {
        this.classifier = classifier;
        this.onTheWay = classifier
                .graph()
                .valuesBetween(classifier.input().name(), classifier.logits().name());
    }

    /** The feature maps, first to last. */
    static List<Layer> of(Classifier classifier) {
        return new FeatureLayers(classifier).find();
    }

    /**
     * The layer that class activation maps are made of unless the user chooses: the last one with rows and columns. Of token
     * networks it is the last whose tokens still reach each other: behind the last attention only the tokens that are read
     * out have a gradient.
     */
    static Optional<Layer> automatic(Classifier classifier, List<Layer> layers) {
        Optional<Layer> spatial =
                layers.stream().filter(layer -> layer.shape().length == 3).reduce((first, second) -> second);
        return spatial.isPresent() && !stemOnly(layers)
                ? spatial
                : tokens(classifier, layers).or(() -> spatial);
    }

    /** Whether all maps come before the tokens, as the patch embedding of a transformer does. */
    private static boolean stemOnly(List<Layer> layers) {
        return layers.get(layers.size() - 1).shape().length == 2;
    }

    private static Optional<Layer> tokens(Classifier classifier, List<Layer> layers) {
        Graph graph = classifier.graph();
        Optional<Node> attention = graph.nodes().stream()
                .filter(node -> node.operator().equals("Softmax"))
                .reduce((first, second) -> second);
        Set<String> before = attention
                .map(node -> graph.valuesBetween(classifier.input().name(), node.output()))
                .orElseGet(() -> graph.valuesBetween(
                        classifier.input().name(), classifier.logits().name()));
        List<Layer> tokens =
                layers.stream().filter(layer -> layer.shape().length == 2).toList();
        Map<Integer, Long> widths = tokens.stream()
                .map(layer -> layer.shape()[1])
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Optional<Integer> width = widths.entrySet().stream()
                .max(Comparator.comparingLong((Map.Entry<Integer, Long> entry) -> entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey);
        return tokens.stream()
                .filter(layer -> before.contains(layer.value()))
                .filter(layer ->
                        width.filter(usual -> usual == layer.shape()[1]).isPresent())
                .reduce((first, second) -> second);
    }

    private List<Layer> find() {
        if (classifier.layout() == vermeer.image.Layout.NCHW) {
            axes.put(classifier.input().name(), CHANNELS_FIRST);
        } else {
            axes.put(classifier.input().name(), "0312");
        }
        List<Layer> layers = new ArrayList<>();
        for (Node node : classifier.graph().nodes()) {
            String value = node.outputs().isEmpty() ? "" : node.output();
            if (WEIGHTED.contains(node.operator()) || node.inputs().stream().anyMatch(learned::contains)) {
                learned.addAll(node.outputs());
            }
            shape(value).ifPresent(shape -> {
                if (shape.length == 4) {
                    order(node).ifPresent(order -> axes.put(value, order));
                }
                if (onTheWay.contains(value)
                        && learned.contains(value)
                        && !PLUMBING.contains(node.operator())
                        && isFeatureMap(value, shape)) {
                    layers.add(new Layer(value, node.operator(), Classifier.item(shape)));
                }
            });
        }
        return layers;
    }

    private boolean isFeatureMap(String value, long[] shape) {
        boolean positive =
                shape[0] == -1 && java.util.Arrays.stream(shape).skip(1).allMatch(extent -> extent > 0);
        if (!positive) {
            return false;
        }
        if (shape.length == 4) {
            return CHANNELS_FIRST.equals(axes.get(value)) && shape[2] > 1 && shape[3] > 1;
        }
        return shape.length == 3 && shape[1] >= 4 && shape[2] >= 4 && !channelsBeforeTokens(value);
    }

    /** Patch embeddings have {@code [batch, features, tokens]} before they are transposed. */
    private boolean channelsBeforeTokens(String value) {
        Node producer = classifier.graph().producers().get(value);
        return producer != null && producer.operator().equals("Reshape");
    }

    /** How a node's four-axis output is laid out. */
    private Optional<String> order(Node node) {
        if (SPATIAL.contains(node.operator())) {
            return Optional.of(CHANNELS_FIRST);
        }
        if (node.operator().equals("Transpose")) {
            return node.input(0).map(axes::get).flatMap(before -> node.integers("perm")
                    .map(moved -> permuted(before, moved)));
        }
        if (node.operator().equals("Reshape")
                || node.operator().equals("MatMul") && node.input(0).isEmpty()) {
            return Optional.empty();
        }
        return node.inputs().stream()
                .filter(axes::containsKey)
                .filter(input -> shape(input).filter(shape -> shape.length == 4).isPresent())
                .map(axes::get)
                .findFirst();
    }

    /** The layout after a transposition: axis i of the result is axis {@code moved[i]} of what came before. */
    private static String permuted(String before, long[] moved) {
        StringBuilder after = new StringBuilder("0123");
        for (int axis = 0; axis < 4; axis++) {
            int place = before.charAt(axis) - '0';
            for (int i = 0; i < moved.length; i++) {
                if (moved[i] == place) {
                    after.setCharAt(axis, (char) ('0' + i));
                }
            }
        }
        return after.toString();
    }

    private Optional<long[]> shape(String value) {
        try {
            boolean known =
                    classifier.shapes().known(value) && classifier.shapes().type(value) == ElementType.FLOAT;
            return known ? Optional.of(classifier.shapes().shape(value)) : Optional.empty();
        } catch (GraphException unknown) {
            return Optional.empty();
        }
    }
}
