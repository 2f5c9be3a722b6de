package vermeer.dream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;

/** Gradients compared with finite differences, along the gradient and random directions added to it. */
final class Directions {
    private Directions() {}

    /** A number that depends on values. */
    @FunctionalInterface
    interface Function {
        double of(float[] values) throws Exception;
    }

    static float[] random(long seed, int size, double spread) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (spread * (random.nextDouble() - 0.5));
        }
        return values;
    }

    static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }

    /** @param tolerance as a share of the larger of the two */
    static void check(Function function, float[] at, float[] gradient, double step, double tolerance) throws Exception {
        for (int seed = 1; seed <= 3; seed++) {
            float[] direction = random(seed, at.length, 1);
            double factor = Math.sqrt(dot(direction, direction) / dot(gradient, gradient));
            for (int i = 0; i < at.length; i++) {
                direction[i] += (float) (factor * gradient[i]);
            }
            double expected = dot(gradient, direction);
            double found =
                    (function.of(moved(at, direction, step)) - function.of(moved(at, direction, -step))) / (2 * step);
            double size = Math.max(Math.abs(expected), Math.abs(found));
            assertEquals(expected, found, tolerance * size + 1e-9, "direction " + seed);
        }
    }

    private static float[] moved(float[] at, float[] direction, double step) {
        float[] moved = new float[at.length];
        for (int i = 0; i < at.length; i++) {
            moved[i] = (float) (at[i] + step * direction[i]);
        }
        return moved;
    }
}
