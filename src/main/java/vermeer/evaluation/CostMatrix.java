package vermeer.evaluation;

import java.util.stream.IntStream;

/**
 * What it costs to decide for one class where another is true, in any unit. Missing a sick patient may cost a hundred times a
 * second look at a healthy one; then the cheapest decision is not the most probable class.
 *
 * @param costs {@code [true class][decision]}, finite; right decisions mostly cost 0
 */
public record CostMatrix(double[][] costs) {

    public CostMatrix {
        for (double[] row : costs) {
            if (row.length != costs.length || !IntStream.range(0, row.length).allMatch(k -> Double.isFinite(row[k]))) {
                throw new IllegalArgumentException("a cost matrix has one finite cost for every pair of classes");
            }
        }
    }

    /** Every error costs 1. */
    public static CostMatrix ofErrors(int classes) {
        double[][] costs = new double[classes][classes];
        for (int row = 0; row < classes; row++) {
            for (int column = 0; column < classes; column++) {
                costs[row][column] = row == column ? 0 : 1;
            }
        }
        return new CostMatrix(costs);
    }

    /** The decision with the smallest expected cost under these probabilities; the first of equals. */
    public int decide(double... probabilities) {
        double[] expected = new double[costs.length];
        for (int decision = 0; decision < costs.length; decision++) {
            for (int truth = 0; truth < costs.length; truth++) {
                expected[decision] -= probabilities[truth] * costs[truth][decision];
            }
        }
        return Predictions.largest(expected);
    }

    /** The cheapest decision for every picture. */
    public int[] decisions(Predictions predictions) {
        return IntStream.range(0, predictions.size())
                .map(i -> decide(predictions.probabilities(i)))
                .toArray();
    }

    /** The mean cost of decisions a picture. */
    public Interval cost(int[] labels, int[] decisions, Bootstrap bootstrap) {
        return bootstrap.of(labels.length, drawn -> IntStream.of(drawn)
                .mapToDouble(i -> costs[labels[i]][decisions[i]])
                .average()
                .orElse(Double.NaN));
    }
}
