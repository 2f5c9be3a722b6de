package vermeer.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The pictures that a model found hardest: wrong with confidence first. */
public final class TopLosses {
    private TopLosses() {}

    /** Indices of the pictures with the largest losses, largest first, {@code count} at most. */
    public static List<Integer> of(Predictions predictions, int count) {
        return IntStream.range(0, predictions.size())
                .boxed()
                .sorted(byLoss(predictions))
                .limit(count)
                .toList();
    }

    /** Largest loss first; pictures of equal loss in their order. */
    static Comparator<Integer> byLoss(Predictions predictions) {
        return Comparator.<Integer>comparingDouble(i -> -predictions.loss(i)).thenComparingInt(i -> i);
    }
}
