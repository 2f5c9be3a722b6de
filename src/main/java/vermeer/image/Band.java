package vermeer.image;

import java.util.Arrays;

/**
 * A resize along one axis as a matrix: each target takes shares of a few neighbouring sources. All of its rows are made
 * equally long by weights of 0: the loops over them stay so simple that the compiler turns them into vector instructions.
 */
final class Band {
    private final int sources;
    private final int targets;
    private final int taps;
    private final int[] first;
    /** By tap, then by target. */
    private final float[][] weights;

    private Band(int sources, int targets, int taps) {
        this.sources = sources;
        this.targets = targets;
        this.taps = taps;
        first = new int[targets];
        weights = new float[taps][targets];
    }

    /** The matrix of a kernel; its sources count from the first that the kernel needs. */
    static Band of(Kernel kernel) {
        int longest = Arrays.stream(kernel.weights())
                .mapToInt(row -> row.length)
                .max()
                .orElseThrow();
        Band band = new Band(kernel.end() - kernel.start(), kernel.size(), longest);
        for (int target = 0; target < band.targets; target++) {
            int[] row = kernel.weights()[target];
            band.begin(target, kernel.first()[target] - kernel.start());
            for (int i = 0; i < row.length; i++) {
                int source = kernel.first()[target] - kernel.start() + i;
                band.put(target, source, (float) row[i] / (1 << Kernel.PRECISION));
            }
        }
        return band;
    }

    /** The matrix that carries a gradient back: rows and columns exchanged. */
    Band transposed() {
        int[] from = new int[sources];
        int[] to = new int[sources];
        Arrays.fill(from, targets);
        for (int target = 0; target < targets; target++) {
            for (int source = first[target]; source < first[target] + taps; source++) {
                if (weight(target, source) != 0) {
                    from[source] = Math.min(from[source], target);
                    to[source] = target + 1;
                }
            }
        }
        int longest = 1;
        for (int source = 0; source < sources; source++) {
            longest = Math.max(longest, to[source] - from[source]);
        }
        Band transposed = new Band(targets, sources, longest);
        for (int source = 0; source < sources; source++) {
            transposed.begin(source, from[source]);
            for (int target = from[source]; target < to[source]; target++) {
                transposed.put(source, target, weight(target, source));
            }
        }
        return transposed;
    }

    /** A row begins with its first source, or earlier where it would reach beyond the last one. */
    private void begin(int target, int source) {
        first[target] = Math.min(source, sources - taps);
    }

    private void put(int target, int source, float weight) {
        weights[source - first[target]][target] = weight;
    }

    private float weight(int target, int source) {
        int tap = source - first[target];
        return tap >= 0 && tap < taps ? weights[tap][target] : 0;
    }

    /** The number of values that are read. */
    int sources() {
        return sources;
    }

    /** The number of values that are made. */
    int targets() {
        return targets;
    }

    /** The first source that any of some targets reads. */
    int first(int from, int to) {
        return Arrays.stream(first, from, to).min().orElseThrow();
    }

    /** One past the last source that any of some targets reads. */
    int last(int from, int to) {
        return Arrays.stream(first, from, to).max().orElseThrow() + taps;
    }

    /**
     * Resizes along a row.
     *
     * @param values holds the sources from {@code at} on
     * @param made takes the targets from {@code to} on
     */
    void along(float[] values, int at, float[] made, int to) {
        single(values, at, made, to);
        for (int tap = taps % 2 == 0 ? 2 : 1; tap < taps; tap += 2) {
            float[] one = weights[tap];
            float[] two = weights[tap + 1];
            for (int target = 0; target < targets; target++) {
                int source = at + tap + first[target];
                made[to + target] += one[target] * values[source] + two[target] * values[source + 1];
            }
        }
    }

    /** The first tap, or the first two of an even number. */
    private void single(float[] values, int at, float[] made, int to) {
        float[] one = weights[0];
        if (taps % 2 == 1) {
            for (int target = 0; target < targets; target++) {
                made[to + target] = one[target] * values[at + first[target]];
            }
            return;
        }
        float[] two = weights[1];
        for (int target = 0; target < targets; target++) {
            int source = at + first[target];
            made[to + target] = one[target] * values[source] + two[target] * values[source + 1];
        }
    }

    /**
     * Resizes across rows: makes one row of many.
     *
     * @param target which one
     * @param values holds the sources, rows of {@code width} values, from {@code at} on
     * @param made takes the row from {@code to} on
     */
    void across(int target, float[] values, int at, int width, float[] made, int to) {
        int row = at + first[target] * width;
        float weight = weights[0][target];
        for (int i = 0; i < width; i++) {
            made[to + i] = weight * values[row + i];
        }
        for (int tap = 1; tap < taps; tap++) {
            add(weights[tap][target], values, row + tap * width, made, to, width);
        }
    }

    private static void add(float weight, float[] values, int at, float[] made, int to, int width) {
        if (weight != 0) {
            for (int i = 0; i < width; i++) {
                made[to + i] += weight * values[at + i];
            }
        }
    }
}
