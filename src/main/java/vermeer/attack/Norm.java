package vermeer.attack;

/** How the size of a change is measured, in levels. */
public enum Norm {
    /** The largest change of any value. */
    L_INF,
    /** The root of the sum of squared changes. */
    L2;

    /** The size of a change. */
    double of(float[] change) {
        double sum = 0;
        double largest = 0;
        for (float value : change) {
            sum += (double) value * value;
            largest = Math.max(largest, Math.abs(value));
        }
        return this == L2 ? Math.sqrt(sum) : largest;
    }

    /**
     * The size of the dual norm, by which a linear function changes at most for a change of size 1: the sum of absolute
     * values for {@link #L_INF}, {@link #L2} itself for that.
     */
    double dual(float[] gradient) {
        if (this == L2) {
            return of(gradient);
        }
        double sum = 0;
        for (float value : gradient) {
            sum += Math.abs(value);
        }
        return sum;
    }
}
