package vermeer.evaluation;

import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import vermeer.data.balance.CostMatrix;

/**
 * What the answers cost a picture, on average, where mistakes do not all cost the same.
 *
 * @param probable where the most probable class is the answer
 * @param cheapest where the answer is the class with the least expected cost
 */
public record MeanCost(Interval probable, Interval cheapest) {

    /** @param costs for the classes of the predictions, in their order */
    public static MeanCost of(Predictions predictions, CostMatrix costs, Bootstrap bootstrap) {
        return new MeanCost(
                mean(predictions, costs, bootstrap, predictions::mostProbable),
                mean(predictions, costs, bootstrap, picture -> costs.decide(predictions.probabilities(picture))));
    }

    private static Interval mean(
            Predictions predictions, CostMatrix costs, Bootstrap bootstrap, IntUnaryOperator answer) {
        double[] each = IntStream.range(0, predictions.size())
                .mapToDouble(picture -> costs.cost(predictions.labels()[picture], answer.applyAsInt(picture)))
                .toArray();
        return bootstrap.of(each.length, drawn -> IntStream.of(drawn)
                .mapToDouble(picture -> each[picture])
                .average()
                .orElse(Double.NaN));
    }
}
