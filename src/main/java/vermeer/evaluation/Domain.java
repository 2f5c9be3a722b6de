package vermeer.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import vermeer.tensor.Tensor;

/**
 * What a network was trained on, so that pictures unlike it can be told. Two scores, both larger for stranger pictures: the
 * distance to the {@code k}-th nearest training picture, features divided by their length (Sun et al. 2022), and the energy
 * {@code -log(sum(exp(logits)))} (Liu et al. 2020). The thresholds leave 5 % of the dev pictures above them, which come from
 * where the network is used.
 *
 * @param training names of the training pictures
 * @param directions their features, each of length 1
 * @param k which neighbour counts, from 1
 * @param farthest the threshold of distance, 0 to 2
 * @param highestEnergy the threshold of energy
 */
public record Domain(List<String> training, float[][] directions, int k, double farthest, double highestEnergy) {
    private static final double KEPT = 0.95;
    private static final int USUAL_NEIGHBOUR = 5;

    public Domain {
        training = List.copyOf(training);
    }

    /**
     * A picture that training saw, and how far it is.
     *
     * @param picture its name
     * @param index its place among the training pictures
     * @param distance between features of length 1, 0 to 2
     */
    public record Neighbour(String picture, int index, double distance) {}

    /**
     * What is said of one picture.
     *
     * @param strange whether the picture is farther from training than 95 % of dev, or its energy is higher
     * @param nearest the nearest training pictures, nearest first
     */
    public record Judgement(double distance, double energy, boolean strange, List<Neighbour> nearest) {
        public Judgement {
            nearest = List.copyOf(nearest);
        }
    }

    /**
     * Learns the thresholds.
     *
     * @param names of the training pictures
     * @param training their features, {@code [n, inputs]}, n at least 1
     * @param dev features of dev pictures, {@code [m, inputs]}, m at least 1
     * @param devLogits {@code [m][classes]}
     */
    public static Domain of(List<String> names, Tensor training, Tensor dev, double[]... devLogits) {
        int k = Math.min(USUAL_NEIGHBOUR, training.batch());
        Domain open = new Domain(names, Directions.of(training), k, 0, 0);
        double[] distances = new double[dev.batch()];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = open.neighbours(Directions.of(dev, i), k).get(k - 1).distance();
        }
        double[] energies = Arrays.stream(devLogits).mapToDouble(Domain::energy).toArray();
        Arrays.sort(distances);
        Arrays.sort(energies);
        return new Domain(
                names, open.directions, k, Bootstrap.quantile(distances, KEPT), Bootstrap.quantile(energies, KEPT));
    }

    /** {@code -log(sum(exp(logits)))}: high where no class is supported. */
    public static double energy(double... logits) {
        return -Softmax.logOfSum(logits);
    }

    /**
     * Judges one picture.
     *
     * @param features {@code [n, inputs]}
     * @param row which of them
     * @param logits of the same picture
     * @param shown how many of the nearest training pictures are named
     */
    public Judgement judge(Tensor features, int row, double[] logits, int shown) {
        List<Neighbour> nearest = neighbours(Directions.of(features, row), Math.max(k, shown));
        double distance = nearest.get(k - 1).distance();
        double energy = energy(logits);
        return new Judgement(
                distance,
                energy,
                distance > farthest || energy > highestEnergy,
                nearest.subList(0, Math.min(shown, nearest.size())));
    }

    private List<Neighbour> neighbours(float[] direction, int count) {
        double[] squares = new double[directions.length];
        Arrays.setAll(squares, i -> Directions.squaredDistance(direction, directions[i]));
        return IntStream.range(0, squares.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> squares[i]).thenComparingInt(i -> i))
                .limit(count)
                .map(i -> new Neighbour(training.get(i), i, Math.sqrt(squares[i])))
                .toList();
    }
}
