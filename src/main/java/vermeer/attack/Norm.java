package vermeer.attack;

/** How the size of a change is measured, in levels. */
public enum Norm {
    /** The largest change of any value. */
    L_INF,
    /** The root of the sum of squared changes. */
    L2;

    /** The size of a change. */
    double of(float[] change) {
        if (this == L2) {
            return Math.sqrt(squares(change));
        }
        float largest = 0;
        for (float value : change) {
            // A branch that is hardly ever taken: quicker than the largest of two numbers, which waits for the one
            // before.
            if (Math.abs(value) > largest) {
                largest = Math.abs(value);
            }
        }
        return largest;
    }

    /** The sum of squares: four sums, which need not wait for each other. */
    private static double squares(float[] values) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int paired = values.length - values.length % 4;
        for (int i = 0; i < paired; i += 4) {
            first += (double) values[i] * values[i];
            second += (double) values[i + 1] * values[i + 1];
            third += (double) values[i + 2] * values[i + 2];
            fourth += (double) values[i + 3] * values[i + 3];
        }
        for (int i = paired; i < values.length; i++) {
            first += (double) values[i] * values[i];
        }
        return first + second + (third + fourth);
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
