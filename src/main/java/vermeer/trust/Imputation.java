package vermeer.trust;

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
    private static final double BESIDE = 1.0 / 6;
    private static final double ACROSS = 1.0 / 12;
    private static final int MOST_ITERATIONS = 400;
    private static final double TOLERANCE = 1e-4;

    private final int height;
    private final int width;
    private final boolean[] removed;
    private final int[] places;

    Imputation(int height, int width, int[] removedPlaces) {
        this.height = height;
        this.width = width;
        this.places = removedPlaces.clone();
        this.removed = new boolean[height * width];
        for (int place : places) {
            removed[place] = true;
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
            solve(plane);
            for (int place : places) {
                int index = layout.index(shape, channel, place / width, place % width);
                filled[index] = (float) (plane[place] + noise * random.nextGaussian());
            }
        }
        return new Tensor(input.shape(), filled);
    }

    /** Conjugate gradients on the removed places; the kept ones are the boundary values. */
    private void solve(double[] plane) {
        double mean = keptMean(plane);
        double[] x = new double[plane.length];
        double[] residual = new double[plane.length];
        for (int place : places) {
            plane[place] = mean;
        }
        double start = 0;
        for (int place : places) {
            residual[place] = -applied(plane, place, false);
            x[place] = mean;
            start += residual[place] * residual[place];
        }
        double[] direction = residual.clone();
        double norm = start;
        for (int i = 0; i < MOST_ITERATIONS && norm > TOLERANCE * TOLERANCE * Math.max(start, 1e-12); i++) {
            double[] image = new double[plane.length];
            double curvature = 0;
            for (int place : places) {
                image[place] = applied(direction, place, true);
                curvature += direction[place] * image[place];
            }
            double step = norm / curvature;
            double next = 0;
            for (int place : places) {
                x[place] += step * direction[place];
                residual[place] -= step * image[place];
                next += residual[place] * residual[place];
            }
            for (int place : places) {
                direction[place] = residual[place] + next / norm * direction[place];
            }
            norm = next;
        }
        for (int place : places) {
            plane[place] = x[place];
        }
    }

    /** One row of the system: the place's total weight times its value, minus its neighbours' weighted values. */
    private double applied(double[] values, int place, boolean onlyRemoved) {
        int row = place / width;
        int column = place % width;
        double total = 0;
        double sum = 0;
        for (int[] offset : NEIGHBOURS) {
            int y = row + offset[0];
            int x = column + offset[1];
            if (y < 0 || y >= height || x < 0 || x >= width) {
                continue;
            }
            double weight = offset[0] == 0 || offset[1] == 0 ? BESIDE : ACROSS;
            total += weight;
            int neighbour = y * width + x;
            if (!onlyRemoved || removed[neighbour]) {
                sum += weight * values[neighbour];
            }
        }
        return total * values[place] - sum;
    }

    private double keptMean(double[] plane) {
        double sum = 0;
        for (int place = 0; place < plane.length; place++) {
            sum += removed[place] ? 0 : plane[place];
        }
        return places.length == plane.length ? 0 : sum / (plane.length - places.length);
    }
}
