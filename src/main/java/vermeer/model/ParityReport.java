package vermeer.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vermeer.tensor.Tensor;
import vermeer.worker.Conversion.LayerOutput;

/**
 * How well a converted graph agrees with its source.
 *
 * @param layers every layer compared, in the order of computing
 * @param logits the error at the logits; empty where the comparison ended before
 * @param difference the largest difference of the logits of two inputs, the two that are told apart least
 * @param failure why the graph cannot be trusted, in one sentence; empty where it can
 */
public record ParityReport(
        List<LayerError> layers, Optional<LayerError> logits, double difference, Optional<String> failure) {

    /**
     * One layer's error.
     *
     * @param largest the largest absolute value that the source computed
     * @param error the largest absolute difference; infinite where a value is NaN, infinite or missing
     */
    public record LayerError(String name, String kind, double largest, double error) {

        static LayerError of(LayerOutput layer, Tensor expected, Tensor computed) {
            double largest = 0;
            double error = expected.data().length == computed.data().length ? 0 : Double.POSITIVE_INFINITY;
            for (int i = 0; i < Math.min(expected.data().length, computed.data().length); i++) {
                float value = expected.data()[i];
                double difference = Math.abs((double) value - computed.data()[i]);
                error = Double.isFinite(difference) ? Math.max(error, difference) : Double.POSITIVE_INFINITY;
                largest = Math.max(largest, Math.abs(value));
            }
            return new LayerError(layer.name(), layer.kind(), largest, error);
        }

        /** The error as a share of the layer's largest value. */
        public double relative() {
            return error == 0 ? 0 : error / largest;
        }

        /** Whether the error is small enough. */
        public boolean passes() {
            return Double.isFinite(error) && Double.isFinite(largest) && error <= Parity.TOLERANCE * largest;
        }
    }

    public ParityReport {
        layers = List.copyOf(layers);
    }

    static ParityReport parted(List<LayerError> layers, LayerError wrong) {
        String how = Double.isFinite(wrong.error())
                ? String.format("differ by %.2g of its largest value", wrong.relative())
                : "are not finite or have other sizes";
        return new ParityReport(
                layers,
                Optional.empty(),
                0,
                Optional.of("The converted graph and the source part at layer '" + wrong.name() + "' (" + wrong.kind()
                        + "): their outputs " + how + "."));
    }

    static ParityReport of(List<LayerError> layers, LayerError logits, double difference) {
        if (!logits.passes()) {
            return parted(layers, logits);
        }
        boolean blind = difference == 0 || difference < Parity.CONTRAST * logits.error();
        return new ParityReport(
                layers,
                Optional.of(logits),
                difference,
                blind
                        ? Optional.of(
                                "The network answers almost the same to two unlike inputs, so the comparison of the"
                                        + " converted graph with its source proves nothing.")
                        : Optional.empty());
    }

    /** Whether the graph can be trusted. */
    public boolean passed() {
        return failure.isEmpty();
    }

    /** The largest relative error of any layer. */
    public double worst() {
        return layers.stream()
                .max(Comparator.comparingDouble(LayerError::relative))
                .map(LayerError::relative)
                .orElse(0.0);
    }
}
