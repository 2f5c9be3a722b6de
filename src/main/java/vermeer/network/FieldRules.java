package vermeer.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.graph.shape.Shapes;

/** How operators move the places of a picture: which places of its input a place of its output is made of. */
final class FieldRules {
    /** Every place of what these write depends on all places of what they read. */
    private static final Set<String> WHOLE =
            Set.of("InstanceNormalization", "GroupNormalization", "MeanVarianceNormalization");
    /** These work along an axis, which may be one of the picture's. */
    private static final Set<String> ALONG =
            Set.of("Softmax", "LogSoftmax", "LayerNormalization", "LpNormalization", "CumSum", "Hardmax");
    /** These may move places in ways that are not followed. */
    private static final Set<String> LOST = Set.of(
            "MatMul",
            "Gemm",
            "Einsum",
            "Gather",
            "GatherElements",
            "GatherND",
            "ScatterElements",
            "ScatterND",
            "GridSample",
            "ReverseSequence",
            "TopK",
            "Split",
            "Tile");

    private final Graph graph;
    private final Shapes shapes;

    FieldRules(Graph graph, Shapes shapes) {
        this.graph = graph;
        this.shapes = shapes;
    }

    /**
     * The field of what a node writes.
     *
     * @param fields of the values that have one
     * @return empty where its places are no places of the picture
     * @throws GraphException where they move in a way that is not followed
     */
    Optional<ReceptiveField> through(Node node, String output, Map<String, ReceptiveField> fields)
            throws GraphException {
        List<ReceptiveField> read = node.inputs().stream()
                .filter(fields::containsKey)
                .map(fields::get)
                .toList();
        if (read.isEmpty() || LOST.contains(node.operator())) {
            return Optional.empty();
        }
        ReceptiveField moved = node.operator().equals("Concat")
                ? joined(node, fields)
                : moved(step(node, read.stream().reduce(ReceptiveField::join).orElseThrow()));
        // what changes extents without a rule mixes places, as a mean over all of them does
        return FieldStep.axes(shapes.shape(output), moved).map(kept -> moved);
    }

    private FieldStep step(Node node, ReceptiveField field) {
        return new FieldStep(graph, shapes, node, field);
    }

    private static ReceptiveField moved(FieldStep step) throws GraphException {
        ReceptiveField field = step.field();
        String operator = step.node().operator();
        if (WHOLE.contains(operator) || ALONG.contains(operator) && runsAlongPlaces(step)) {
            return new ReceptiveField(field.rows(), field.columns(), true);
        }
        return switch (operator) {
            case "Conv", "MaxPool", "AveragePool", "LpPool" -> FieldWindows.window(step);
            case "ConvTranspose" -> FieldWindows.transposed(step);
            case "Pad" -> FieldMoves.padded(step);
            case "Slice" -> FieldMoves.cut(step);
            case "Resize" -> FieldMoves.resized(step);
            case "DepthToSpace" -> FieldMoves.spread(step);
            case "SpaceToDepth" -> FieldMoves.gathered(step);
            case "Transpose" -> FieldMoves.turned(step);
            default -> field;
        };
    }

    private static boolean runsAlongPlaces(FieldStep step) throws GraphException {
        long rank = step.read().length;
        int[] axes = step.axes();
        boolean sum = step.node().operator().equals("CumSum");
        long given = sum ? step.known(1).orElseThrow()[0] : step.node().integer("axis", -1);
        long axis = Math.floorMod(given, rank);
        return step.node().operator().equals("LayerNormalization")
                ? axis <= axes[1]
                : axis == axes[0] || axis == axes[1];
    }

    /** Values beside each other: along rows or columns one after the other, along channels all over the same places. */
    private ReceptiveField joined(Node node, Map<String, ReceptiveField> fields) throws GraphException {
        if (!fields.keySet().containsAll(node.inputs())) {
            throw new GraphException("something beside the picture is joined to it");
        }
        FieldStep step = step(node, fields.get(node.inputs().get(0)));
        int[] axes = step.axes();
        long axis = Math.floorMod(node.integer("axis", 0), (long) step.read().length);
        ReceptiveField all = step.field();
        for (String input : node.inputs().subList(1, node.inputs().size())) {
            ReceptiveField next = fields.get(input);
            all = new ReceptiveField(
                    axis == axes[0] ? all.rows().then(next.rows()) : all.rows().join(next.rows()),
                    axis == axes[1]
                            ? all.columns().then(next.columns())
                            : all.columns().join(next.columns()),
                    all.whole() || next.whole());
        }
        return all;
    }
}
