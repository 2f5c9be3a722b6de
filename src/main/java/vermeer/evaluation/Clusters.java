package vermeer.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

/**
 * Pictures that look alike to the network: k-means (Lloyd 1982) from k-means++ seeds (Arthur and Vassilvitskii 2007) on
 * features of length 1, so that the angle between features counts.
 *
 * @param of the cluster of every picture, from 0
 * @param count how many clusters there are
 * @param centres of each cluster, the picture nearest to its middle
 */
public record Clusters(int[] of, int count, int[] centres) {
    private static final int MOST_ROUNDS = 50;
    private static final int MOST_CLUSTERS = 8;
    private static final int PICTURES_A_CLUSTER = 15;

    /** As many clusters as the number of pictures allows to say something about: one a 15 pictures, 8 at most. */
    public static Clusters of(Tensor features, long seed, Progress progress) throws CancelledException {
        int wanted = Math.max(1, Math.min(MOST_CLUSTERS, features.batch() / PICTURES_A_CLUSTER));
        return of(features, wanted, seed, progress);
    }

    /**
     * @param features {@code [n, inputs]}, n at least 1
     * @param wanted how many clusters; there are fewer where pictures repeat
     */
    static Clusters of(Tensor features, int wanted, long seed, Progress progress) throws CancelledException {
        float[][] rows = Directions.of(features);
        float[][] means = seeds(rows, wanted, new SplittableRandom(seed));
        int[] nearest = new int[rows.length];
        for (int round = 0; round < MOST_ROUNDS; round++) {
            progress.checkCancelled();
            int[] before = nearest.clone();
            for (int i = 0; i < rows.length; i++) {
                nearest[i] = nearest(rows[i], means);
            }
            if (round > 0 && Arrays.equals(before, nearest)) {
                break;
            }
            move(rows, nearest, means);
        }
        return new Clusters(nearest, means.length, centres(rows, nearest, means));
    }

    private static float[][] seeds(float[][] rows, int wanted, SplittableRandom random) {
        float[][] chosen = new float[wanted][];
        chosen[0] = rows[random.nextInt(rows.length)].clone();
        double[] away = new double[rows.length];
        Arrays.fill(away, Double.POSITIVE_INFINITY);
        for (int k = 1; k < wanted; k++) {
            double all = 0;
            for (int i = 0; i < rows.length; i++) {
                away[i] = Math.min(away[i], Directions.squaredDistance(rows[i], chosen[k - 1]));
                all += away[i];
            }
            if (all < 1e-9) {
                return Arrays.copyOf(chosen, k);
            }
            double at = random.nextDouble() * all;
            int next = 0;
            while (next < rows.length - 1 && at >= away[next]) {
                at -= away[next++];
            }
            chosen[k] = rows[next].clone();
        }
        return chosen;
    }

    private static int nearest(float[] row, float[][] means) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < means.length; k++) {
            double distance = Directions.squaredDistance(row, means[k]);
            if (distance < least) {
                least = distance;
                nearest = k;
            }
        }
        return nearest;
    }

    /** Each mean goes to the middle of its rows; one without rows stays where it is. */
    private static void move(float[][] rows, int[] nearest, float[][] means) {
        for (int k = 0; k < means.length; k++) {
            double[] sum = new double[rows[0].length];
            int count = 0;
            for (int i = 0; i < rows.length; i++) {
                if (nearest[i] == k) {
                    count++;
                    for (int f = 0; f < sum.length; f++) {
                        sum[f] += rows[i][f];
                    }
                }
            }
            for (int f = 0; f < sum.length && count > 0; f++) {
                means[k][f] = (float) (sum[f] / count);
            }
        }
    }

    private static int[] centres(float[][] rows, int[] nearest, float[][] means) {
        int[] centres = new int[means.length];
        Arrays.fill(centres, -1);
        for (int i = 0; i < rows.length; i++) {
            int k = nearest[i];
            boolean nearer = centres[k] < 0
                    || Directions.squaredDistance(rows[i], means[k])
                            < Directions.squaredDistance(rows[centres[k]], means[k]);
            centres[k] = nearer ? i : centres[k];
        }
        return centres;
    }
}
