package vermeer.advice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import vermeer.evaluation.Interval;
import vermeer.evaluation.LinearHead;
import vermeer.tensor.Tensor;

/** What heads fitted to subsets of several sizes got wrong. */
final class Trials {
    private static final int DRAWS = 300;
    private static final double[] FALLS = {0.01, 0.02, 0.05};

    private final int repeats;
    private final int pictures;
    private final boolean[][][] wrong;
    private final int[][] judged;
    private final double[] learnt;
    private final double[] trainErrors;

    Trials(int sizes, int repeats, int pictures) {
        this.repeats = repeats;
        this.pictures = pictures;
        this.wrong = new boolean[sizes][repeats][];
        this.judged = new int[repeats][];
        this.learnt = new double[sizes];
        this.trainErrors = new double[sizes];
    }

    /** Judges one head. */
    void add(int size, int repeat, Tensor features, int[] labels, LinearHead head, int[] rows, int... held) {
        judged[repeat] = held;
        wrong[size][repeat] = new boolean[held.length];
        for (int i = 0; i < held.length; i++) {
            wrong[size][repeat][i] = head.predicted(features, held[i]) != labels[held[i]];
        }
        long errors = IntStream.of(rows)
                .filter(row -> head.predicted(features, row) != labels[row])
                .count();
        trainErrors[size] += (double) errors / rows.length / repeats;
        learnt[size] += (double) rows.length / repeats;
    }

    LearningCurve curve(int classes, long seed) {
        double[] sizes = Arrays.stream(learnt).map(rows -> rows / classes).toArray();
        double[] errors = errors(all(pictures), all(repeats));
        double[] weights = weights(errors);
        double[][] drawn = drawn(seed);
        PowerLaw law = PowerLaw.fit(sizes, errors, weights);
        PowerLaw[] laws = Arrays.stream(drawn)
                .map(each -> PowerLaw.fit(sizes, each, weights))
                .toArray(PowerLaw[]::new);
        List<LearningCurve.Point> points = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            int size = i;
            double[] values =
                    Arrays.stream(drawn).mapToDouble(each -> each[size]).toArray();
            points.add(new LearningCurve.Point(sizes[i], interval(errors[i], values), trainErrors[i]));
        }
        double most = sizes[sizes.length - 1];
        List<LearningCurve.Forecast> forecasts = new ArrayList<>();
        for (int times : new int[] {2, 4, 8}) {
            double[] values = Arrays.stream(laws)
                    .mapToDouble(each -> each.at(times * most))
                    .toArray();
            forecasts.add(new LearningCurve.Forecast(times * most, interval(law.at(times * most), values)));
        }
        return new LearningCurve(points, law, forecasts, goals(law, laws, most));
    }

    private static List<LearningCurve.Goal> goals(PowerLaw law, PowerLaw[] laws, double most) {
        List<LearningCurve.Goal> goals = new ArrayList<>();
        for (double fall : FALLS) {
            if (law.at(most) > fall) {
                double[] more = Arrays.stream(laws)
                        .mapToDouble(each -> more(each, most, fall))
                        .toArray();
                double within =
                        (double) Arrays.stream(more).filter(Double::isFinite).count() / more.length;
                goals.add(new LearningCurve.Goal(fall, interval(more(law, most, fall), more), within));
            }
        }
        return goals;
    }

    private static double more(PowerLaw law, double most, double fall) {
        return law.sizeFor(law.at(most) - fall) - most;
    }

    /** The errors by size with pictures and repeats drawn anew, {@code [draw][size]}. */
    private double[][] drawn(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] drawn = new double[DRAWS][];
        for (int draw = 0; draw < DRAWS; draw++) {
            drawn[draw] = errors(counts(pictures, random), counts(repeats, random));
        }
        return drawn;
    }

    private double[] errors(int[] times, int... repeatTimes) {
        double[] errors = new double[learnt.length];
        for (int size = 0; size < errors.length; size++) {
            double sum = 0;
            double all = 0;
            for (int repeat = 0; repeat < repeats; repeat++) {
                for (int i = 0; i < judged[repeat].length; i++) {
                    double weight = (double) times[judged[repeat][i]] * repeatTimes[repeat];
                    all += weight;
                    sum += wrong[size][repeat][i] ? weight : 0;
                }
            }
            errors[size] = all == 0 ? Double.NaN : sum / all;
        }
        return errors;
    }

    /** One over the squared standard error of a size: of its repeats, and of the pictures that judge them. */
    private double[] weights(double... errors) {
        double[] weights = new double[errors.length];
        for (int size = 0; size < weights.length; size++) {
            double spread = 0;
            for (int repeat = 0; repeat < repeats; repeat++) {
                boolean[] each = wrong[size][repeat];
                double own = (double) IntStream.range(0, each.length)
                                .filter(i -> each[i])
                                .count()
                        / each.length;
                spread += (own - errors[size]) * (own - errors[size]) / repeats / repeats;
            }
            double binomial = errors[size] * (1 - errors[size]) / judged[0].length;
            weights[size] = 1 / (spread + binomial + 1e-5);
        }
        return weights;
    }

    private static int[] all(int count) {
        int[] all = new int[count];
        Arrays.fill(all, 1);
        return all;
    }

    private static int[] counts(int count, SplittableRandom random) {
        int[] counts = new int[count];
        for (int i = 0; i < count; i++) {
            counts[random.nextInt(count)]++;
        }
        return counts;
    }

    private static Interval interval(double value, double... drawn) {
        double[] sorted = Arrays.stream(drawn)
                .filter(each -> !Double.isNaN(each))
                .sorted()
                .toArray();
        return sorted.length == 0
                ? Interval.unknown()
                : new Interval(
                        value,
                        sorted[(int) Math.floor(0.025 * (sorted.length - 1))],
                        sorted[(int) Math.ceil(0.975 * (sorted.length - 1))]);
    }
}
