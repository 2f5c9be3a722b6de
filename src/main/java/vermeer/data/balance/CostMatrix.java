package vermeer.data.balance;

import java.util.ArrayList;
import java.util.List;

/**
 * What mistakes cost: {@code costs[true class][answer]}, 0 for right answers, in any unit. It sets the thresholds of decisions:
 * the answer is the one with the least expected cost, not the most probable one (Elkan, 2001).
 *
 * @param classes the names
 * @param costs one row a true class, one column an answer; numbers from 0
 */
public record CostMatrix(List<String> classes, List<List<Double>> costs) {

    /** @throws IllegalArgumentException where it is not square or a cost is negative; the message is a clause */
    public CostMatrix {
        classes = List.copyOf(classes);
        costs = costs.stream().map(List::copyOf).toList();
        int size = classes.size();
        if (costs.size() != size || costs.stream().anyMatch(row -> row.size() != size)) {
            throw new IllegalArgumentException("a cost matrix has one row and one column for each class");
        }
        for (List<Double> row : costs) {
            if (row.stream().anyMatch(cost -> !(cost >= 0 && cost <= 1e12))) {
                throw new IllegalArgumentException("a cost is a number from 0");
            }
        }
    }

    /** Every mistake costs 1, so that the most probable class is the answer. */
    public static CostMatrix equal(List<String> classes) {
        return new CostMatrix(
                classes,
                classes.stream()
                        .map(row -> classes.stream()
                                .map(column -> row.equals(column) ? 0.0 : 1.0)
                                .toList())
                        .toList());
    }

    /** The matrix with one cost changed. */
    public CostMatrix with(int truth, int answer, double cost) {
        List<List<Double>> rows = new ArrayList<>(costs);
        List<Double> row = new ArrayList<>(rows.get(truth));
        row.set(answer, cost);
        rows.set(truth, row);
        return new CostMatrix(classes, rows);
    }

    public double cost(int truth, int answer) {
        return costs.get(truth).get(answer);
    }

    /** What an answer costs on average where the classes have these probabilities. */
    public double expected(double[] probabilities, int answer) {
        double sum = 0;
        for (int truth = 0; truth < probabilities.length; truth++) {
            sum += probabilities[truth] * cost(truth, answer);
        }
        return sum;
    }

    /** The answer with the least expected cost; of equals the more probable, then the first. */
    public int decide(double[] probabilities) {
        int best = 0;
        for (int answer = 1; answer < probabilities.length; answer++) {
            int order = Double.compare(expected(probabilities, answer), expected(probabilities, best));
            if (order < 0 || order == 0 && probabilities[answer] > probabilities[best]) {
                best = answer;
            }
        }
        return best;
    }

    /**
     * The probability from which a class is the answer, where only it and one other are in question.
     *
     * @return 0 to 1: {@code cost(other, label) / (cost(other, label) + cost(label, other))}; 0.5 where both are free
     */
    public double threshold(int label, int other) {
        double alarm = cost(other, label) - cost(other, other);
        double miss = cost(label, other) - cost(label, label);
        return alarm + miss > 0 ? Math.max(0, Math.min(1, alarm / (alarm + miss))) : 0.5;
    }
}
