package vermeer.attack;

import java.util.SplittableRandom;

/** Random changes within a limit. */
final class Noise {
    private Noise() {}

    /**
     * Levels drawn evenly from within a limit: of the cube for {@link Norm#L_INF}, on the sphere for {@link Norm#L2}; clipped
     * to 0 to 255.
     */
    static float[] uniform(float[] clean, Limit limit, SplittableRandom random) {
        return limit.norm() == Norm.L2
                ? gaussian(clean, limit, random)
                : noisy(clean, limit, () -> limit.epsilon() * (2 * random.nextDouble() - 1));
    }

    /**
     * Levels with Gaussian noise: for {@link Norm#L2} its root mean square is epsilon, for {@link Norm#L_INF} its standard
     * deviation is half of epsilon and what is larger than epsilon is clipped.
     */
    static float[] gaussian(float[] clean, Limit limit, SplittableRandom random) {
        double deviation = limit.norm() == Norm.L2 ? limit.epsilon() : limit.epsilon() / 2;
        return noisy(clean, limit, () -> deviation * random.nextGaussian());
    }

    private interface Draw {
        double next();
    }

    private static float[] noisy(float[] clean, Limit limit, Draw draw) {
        float[] levels = new float[clean.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (float) (clean[i] + draw.next());
        }
        limit.project(levels, clean);
        return levels;
    }
}
