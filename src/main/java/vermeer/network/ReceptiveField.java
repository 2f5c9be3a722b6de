package vermeer.network;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.model.Layer;
import vermeer.model.OpenModel;
import vermeer.model.TokenGrid;

/**
 * Which part of the input a layer's places see. Followed place by place, so that windows, padding, cuts and resizing are exact.
 *
 * @param rows along the rows
 * @param columns along the columns
 * @param whole whether something on the way looks at the whole picture (a gate, a normalisation, an attention), so that a place
 *     depends on more than its field
 */
record ReceptiveField(FieldAxis rows, FieldAxis columns, boolean whole) {

    /**
     * The field of a layer with rows and columns, or with tokens on a grid, where it is each token's own patch; empty where it
     * cannot be followed back to the picture.
     */
    static Optional<ReceptiveField> of(OpenModel model, Layer layer) {
        int height = model.profile().height();
        int width = model.profile().width();
        if (layer.shape().length == 2) {
            return TokenGrid.of(layer.shape()[0], height, width)
                    .map(grid -> new ReceptiveField(
                            FieldAxis.patches(grid.rows(), height), FieldAxis.patches(grid.columns(), width), true));
        }
        Map<String, ReceptiveField> fields = new HashMap<>();
        Map<String, Boolean> mixed = new HashMap<>();
        fields.put(
                model.graph().inputs().get(0).name(),
                new ReceptiveField(FieldAxis.pixels(height), FieldAxis.pixels(width), false));
        FieldRules rules = new FieldRules(model.graph(), model.shapes());
        for (Node node : model.graph().nodes()) {
            follow(rules, node, fields, mixed);
            if (node.outputs().contains(layer.value())) {
                return Optional.ofNullable(fields.get(layer.value()))
                        .filter(field ->
                                field.rows.places() == layer.shape()[1] && field.columns.places() == layer.shape()[2]);
            }
        }
        return Optional.empty();
    }

    /** Values whose places are places of the picture no more have no field, but what they gate is said to see all. */
    private static void follow(
            FieldRules rules, Node node, Map<String, ReceptiveField> fields, Map<String, Boolean> mixed) {
        boolean gated = node.inputs().stream().anyMatch(input -> mixed.getOrDefault(input, false));
        boolean sees = gated || node.inputs().stream().anyMatch(fields::containsKey);
        for (String output : node.outputs()) {
            Optional<ReceptiveField> field = Optional.empty();
            try {
                field = rules.through(node, output, fields);
            } catch (GraphException unknown) {
                field = Optional.empty();
            }
            field.ifPresentOrElse(found -> fields.put(output, found.gated(gated)), () -> mixed.put(output, sees));
        }
    }

    private ReceptiveField gated(boolean gated) {
        return gated && !whole ? new ReceptiveField(rows, columns, true) : this;
    }

    ReceptiveField join(ReceptiveField other) {
        return new ReceptiveField(rows.join(other.rows), columns.join(other.columns), whole || other.whole);
    }
}
