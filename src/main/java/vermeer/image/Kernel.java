package vermeer.image;

/**
 * The weights of a resize along one axis, in fixed point with {@link #PRECISION} bits, computed as Pillow computes them.
 *
 * @param first the first source index of each target index
 * @param weights the weights of the source indices from there on
 */
record Kernel(int[] first, int[][] weights) {
    /** 32 bits less 8 of a level and 2 for what negative weights add. */
    static final int PRECISION = 32 - 8 - 2;

    /** The kernel for the target indices {@code start} to {@code start + count} of {@code to}. */
    static Kernel of(int from, int to, int start, int count, Interpolation how) {
        double scale = (double) from / to;
        double stretch = Math.max(1, scale);
        double support = how.support() * stretch;
        int[] first = new int[count];
        int[][] weights = new int[count][];
        for (int i = 0; i < count; i++) {
            double centre = (start + i + 0.5) * scale;
            first[i] = Math.max(0, (int) (centre - support + 0.5));
            int end = Math.min(from, (int) (centre + support + 0.5));
            weights[i] = weights(first[i], end, centre, stretch, how);
        }
        return new Kernel(first, weights);
    }

    private static int[] weights(int first, int end, double centre, double stretch, Interpolation how) {
        double[] exact = new double[end - first];
        double inverse = 1 / stretch;
        double sum = 0;
        for (int i = 0; i < exact.length; i++) {
            exact[i] = how.weight((i + first - centre + 0.5) * inverse);
            sum += exact[i];
        }
        int[] fixed = new int[exact.length];
        for (int i = 0; i < exact.length; i++) {
            double weight = (sum == 0 ? exact[i] : exact[i] / sum) * (1 << PRECISION);
            fixed[i] = (int) (weight < 0 ? weight - 0.5 : weight + 0.5);
        }
        return fixed;
    }

    int size() {
        return first.length;
    }

    /** The first source index that any weight needs. */
    int start() {
        return first[0];
    }

    /** One past the last source index that any weight needs. */
    int end() {
        return first[size() - 1] + weights[size() - 1].length;
    }
}
