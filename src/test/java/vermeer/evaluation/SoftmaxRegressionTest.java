package vermeer.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vermeer.job.Cancellation;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

class SoftmaxRegressionTest {
    private final Reference reference = Reference.read();
    private final Tensor features = reference.features();
    private final int[] labels = reference.labels();

    @Test
    void theWeightsAreThoseOfScikitLearn() throws CancelledException {
        LinearHead head = new SoftmaxRegression(penalty()).fit(features, labels, 3, Progress.none());
        double[][] expected = reference.rows("coefficients");
        double[] biases = reference.numbers("intercepts");
        for (int k = 0; k < 3; k++) {
            for (int i = 0; i < features.itemSize(); i++) {
                assertEquals(expected[k][i], head.weights().data()[k * features.itemSize() + i], 1e-3);
            }
            assertEquals(biases[k], head.biases()[k], 1e-3);
        }
        assertEquals(39, head.parameters());
    }

    /** scikit-learn's C weighs the sum of losses against unscaled weights. */
    private double penalty() {
        int inputs = features.itemSize();
        double spread = 0;
        for (int i = 0; i < inputs; i++) {
            int feature = i;
            double[] column = IntStream.range(0, labels.length)
                    .mapToDouble(row -> features.data()[row * inputs + feature])
                    .toArray();
            double mean = java.util.Arrays.stream(column).average().orElseThrow();
            spread += java.util.Arrays.stream(column)
                    .map(value -> (value - mean) * (value - mean))
                    .average()
                    .orElseThrow();
        }
        return 1 / (reference.number("C") * labels.length * spread);
    }

    @Test
    void aClassWithoutPicturesIsNeverPredicted() throws CancelledException {
        LinearHead head = new SoftmaxRegression().fit(features, labels, 4, Progress.none());
        for (int row = 0; row < labels.length; row++) {
            assertEquals(0, Softmax.of(head.logits(features, row))[3], 1e-2);
        }
    }

    @Test
    void aCancelledFitEnds() {
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        assertThrows(CancelledException.class, () -> new SoftmaxRegression().fit(features, labels, 3, cancelled));
    }
}
