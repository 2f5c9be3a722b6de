package vermeer.attack;

/**
 * How large a change may be.
 *
 * @param epsilon in levels; for {@link Norm#L_INF} the largest change of any value, for {@link Norm#L2} the root mean
 *     square of all changes, so that it means the same for pictures of every size
 */
public record Limit(Norm norm, double epsilon) {

    /** The largest norm of a change of {@code size} values. */
    double radius(int size) {
        return norm == Norm.L2 ? epsilon * Math.sqrt(size) : epsilon;
    }

    /** Moves levels to the nearest that are within this limit of the clean ones, and within 0 to 255. */
    void project(float[] levels, float[] clean) {
        if (norm == Norm.L_INF) {
            float most = (float) epsilon;
            for (int i = 0; i < levels.length; i++) {
                float level = Math.max(clean[i] - most, Math.min(clean[i] + most, levels[i]));
                levels[i] = Math.max(0, Math.min(255, level));
            }
            return;
        }
        double sum = 0;
        for (int i = 0; i < levels.length; i++) {
            double change = levels[i] - clean[i];
            sum += change * change;
        }
        double radius = radius(levels.length);
        float factor = sum > radius * radius ? (float) (radius / Math.sqrt(sum)) : 1;
        for (int i = 0; i < levels.length; i++) {
            levels[i] = Math.max(0, Math.min(255, clean[i] + factor * (levels[i] - clean[i])));
        }
    }

    /**
     * What is left of this limit where changes are whole levels: epsilon rounded down, except that from 0.5 on it is one
     * level, the smallest change that 8 bits know; below 0.5 it is nothing.
     */
    Limit whole() {
        if (norm == Norm.L2) {
            return this;
        }
        return new Limit(norm, epsilon >= 0.5 ? Math.max(1, Math.floor(epsilon)) : 0);
    }
}
