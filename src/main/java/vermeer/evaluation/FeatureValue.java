package vermeer.evaluation;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vermeer.graph.Graph;
import vermeer.graph.Node;
import vermeer.tensor.Tensor;

/** The features of a picture: what the last layer of a network reads, averaged over rows and columns or tokens. */
public final class FeatureValue {
    /** The network's own logits in a graph that was handed on with its classes taken together or its logits divided. */
    public static final String OWN_LOGITS = "vermeer_uncalibrated";

    /** What may stand between the last layer and the logits. */
    private static final Set<String> PASSED =
            Set.of("Reshape", "Flatten", "Identity", "Squeeze", "Unsqueeze", "Dropout", "Cast", "Add", "Mul", "Div");

    private static final Set<String> LAYERS = Set.of("Gemm", "MatMul", "Conv");

    private FeatureValue() {}

    /** The value's name; empty where the graph does not end in one layer with weights. */
    static Optional<String> of(Graph graph, String logits) {
        Map<String, Node> producers = graph.producers();
        Node last = producers.get(producers.containsKey(OWN_LOGITS) ? OWN_LOGITS : logits);
        while (last != null && PASSED.contains(last.operator())) {
            last = last.inputs().stream()
                    .filter(producers::containsKey)
                    .findFirst()
                    .map(producers::get)
                    .orElse(null);
        }
        boolean layer = last != null
                && LAYERS.contains(last.operator())
                && graph.constants().containsKey(last.inputs().get(1));
        return layer ? Optional.of(last.inputs().get(0)) : Optional.empty();
    }

    /** One row a picture: {@code [n, c, h, w]} and {@code [n, tokens, c]} become {@code [n, c]}. */
    static Tensor pooled(Tensor value) {
        int[] shape = value.shape();
        if (shape.length == 2) {
            return value;
        }
        int channels = shape.length == 4 ? shape[1] : shape[shape.length - 1];
        int places = value.itemSize() / channels;
        Tensor pooled = Tensor.zeros(value.batch(), channels);
        for (int n = 0; n < value.batch(); n++) {
            for (int c = 0; c < channels; c++) {
                double sum = 0;
                for (int p = 0; p < places; p++) {
                    int at = shape.length == 4 ? c * places + p : p * channels + c;
                    sum += value.data()[n * value.itemSize() + at];
                }
                pooled.data()[n * channels + c] = (float) (sum / places);
            }
        }
        return pooled;
    }
}
