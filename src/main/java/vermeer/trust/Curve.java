package vermeer.trust;

import java.util.Arrays;

/**
 * A measure's course.
 *
 * @param name what the line shows
 * @param shares the share of the picture treated, 0 to 1, rising
 * @param values the probability of the target at each share
 */
public record Curve(String name, float[] shares, float[] values) {

    /** The area under the curve by the trapezium rule; between 0 and 1 for probabilities over shares from 0 to 1. */
    public double area() {
        double area = 0;
        for (int i = 1; i < values.length; i++) {
            area += (shares[i] - shares[i - 1]) * 0.5 * (values[i] + values[i - 1]);
        }
        return area;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Curve curve
                && name.equals(curve.name)
                && Arrays.equals(shares, curve.shares)
                && Arrays.equals(values, curve.values);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(values);
    }
}
