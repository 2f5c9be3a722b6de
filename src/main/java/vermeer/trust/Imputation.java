package vermeer.trust;

import java.util.Arrays;
import java.util.Random;
import vermeer.image.Layout;
import vermeer.tensor.Tensor;

/**
 * Noisy linear imputation (Rong et al., A consistent and efficient evaluation strategy for attribution methods, 2022): each
 * removed place becomes the weighted mean of its eight neighbours (1/6 beside, 1/12 across), solved for all removed places at
 * once, plus a little noise, so that the shape of the removed area does not give the class away.
 */
final class Imputation {
    private static final int[][] NEIGHBOURS = {{-1, 0}, {1, 0}, {0, -1}, {0, 1}, {-1, -1}, {-1, 1}, {1, -1}, {1, 1}};
    private static final int COUNT = NEIGHBOURS.length;
    private static final double BESIDE = 1.0 / 6;
    private static final double ACROSS = 1.0 / 12;
    private static final int MOST_ITERATIONS = 400;
    private static final double TOLERANCE = 1e-4;

    private final int height;
    private final int width;
    private final int[] places;

    /** The number of each removed place among {@link #places}; elsewhere -1. */
    private final int[] number;

    /** The numbers of each removed place's neighbours; the number of places where a neighbour is kept or outside. */
    private final int[] neighbours;

    /** What the neighbours inside the picture weigh together, for each removed place. */
    private final double[] total;

    Imputation(int height, int width, int[] removedPlaces) {
        this.height = height;
        this.width = width;
        this.places = removedPlaces.clone();
        this.number = new int[height * width];
        this.neighbours = new int[COUNT * places.length];
        this.total = new double[places.length];
        Arrays.fill(number, -1);
        for (int i = 0; i < places.length; i++) {
            number[places[i]] = i;
        }
        for (int i = 0; i < places.length; i++) {
            for (int j = 0; j < COUNT; j++) {
                int neighbour = neighbour(places[i], j);
                boolean removed = neighbour >= 0 && number[neighbour] >= 0;
                neighbours[COUNT * i + j] = removed ? number[neighbour] : places.length;
                total[i] += neighbour >= 0 ? weight(j) : 0;
            }
        }
    }

    /** The picture with its removed places filled in. */
    Tensor fill(Tensor input, Layout layout, double noise, Random random) {
        int[] shape = input.itemShape();
        float[] filled = input.data().clone();
        for (int channel = 0; channel < layout.channels(shape); channel++) {
            double[] plane = new double[height * width];
            for (int place = 0; place < plane.length; place++) {
                plane[place] = input.data()[layout.index(shape, channel, place / width, place % width)];
            }
            double[] solved = solve(plane);
            for (int i = 0; i < places.length; i++) {
                int index = layout.index(shape, channel, places[i] / width, places[i] % width);
                filled[index] = (float) (solved[i] + noise * random.nextGaussian());
            }
        }
        return new Tensor(input.shape(), filled);
    }

    /**
     * Conjugate gradients on the removed places, from a smooth guess; the kept ones are the boundary values. They end when the
     * residual is small against that of the flattest answer, the kept places' mean.
     */
    private double[] solve(double[] plane) {
        int count = places.length;
        double[] known = known(plane);
        double[] flat = new double[count + 1];
        Arrays.fill(flat, 0, count, keptMean(plane));
        double enough = TOLERANCE * TOLERANCE * Math.max(square(residual(known, flat)), 1e-12);
        double[] x = guess(plane);
        double[] residual = residual(known, x);
        double[] direction = residual.clone();
        double[] image = new double[count + 1];
        double norm = square(residual);
        for (int i = 0; i < MOST_ITERATIONS && norm > enough; i++) {
            double curvature = apply(direction, image);
            double step = norm / curvature;
            for (int j = 0; j < count; j++) {
                x[j] += step * direction[j];
                residual[j] -= step * image[j];
            }
            double next = square(residual);
            double share = next / norm;
            for (int j = 0; j < count; j++) {
                direction[j] = residual[j] + share * direction[j];
            }
            norm = next;
        }
        return x;
    }

    /** What the kept neighbours of each removed place add up to. */
    private double[] known(double[] plane) {
        double[] known = new double[places.length];
        for (int i = 0; i < known.length; i++) {
            for (int j = 0; j < COUNT; j++) {
                int neighbour = neighbour(places[i], j);
                if (neighbour >= 0 && number[neighbour] < 0) {
                    known[i] += weight(j) * plane[neighbour];
                }
            }
        }
        return known;
    }

    /** The kept places, enlarged into the gaps; one value a removed place, and a zero for what is none. */
    private double[] guess(double[] plane) {
        double[] weights = new double[plane.length];
        for (int place = 0; place < plane.length; place++) {
            weights[place] = number[place] < 0 ? 1 : 0;
        }
        double[] smooth = GapFilling.fill(plane, weights, height, width);
        double[] guess = new double[places.length + 1];
        for (int i = 0; i < places.length; i++) {
            guess[i] = smooth[places[i]];
        }
        return guess;
    }

    private double[] residual(double[] known, double[] x) {
        double[] residual = new double[x.length];
        apply(x, residual);
        for (int i = 0; i < known.length; i++) {
            residual[i] = known[i] - residual[i];
        }
        return residual;
    }

    /**
     * The system's matrix: each place's total weight times its value, minus its removed neighbours' weighted values.
     *
     * @param x one value a removed place and a zero
     * @return x times the image
     */
    private double apply(double[] x, double[] image) {
        double product = 0;
        for (int i = 0; i < places.length; i++) {
            int at = COUNT * i;
            double beside = x[neighbours[at]] + x[neighbours[at + 1]] + x[neighbours[at + 2]] + x[neighbours[at + 3]];
            double across =
                    x[neighbours[at + 4]] + x[neighbours[at + 5]] + x[neighbours[at + 6]] + x[neighbours[at + 7]];
            image[i] = total[i] * x[i] - BESIDE * beside - ACROSS * across;
            product += x[i] * image[i];
        }
        return product;
    }

    private static double square(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }

    /** The place beside another, or -1 outside the picture. */
    private int neighbour(int place, int direction) {
        int row = place / width + NEIGHBOURS[direction][0];
        int column = place % width + NEIGHBOURS[direction][1];
        return row < 0 || row >= height || column < 0 || column >= width ? -1 : row * width + column;
    }

    private static double weight(int direction) {
        return direction < 4 ? BESIDE : ACROSS;
    }

    private double keptMean(double[] plane) {
        double sum = 0;
        for (int place = 0; place < plane.length; place++) {
            sum += number[place] >= 0 ? 0 : plane[place];
        }
        return places.length == plane.length ? 0 : sum / (plane.length - places.length);
    }
}
