package vermeer.image;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * A map of raw signed values over a network's input. Colour, scale and opacity belong to whoever shows it.
 *
 * @param height rows of the map; the input's, or a layer's for methods on a layer
 * @param width columns of the map
 * @param values row-major; {@code height * width} of them
 * @param region the part of the original picture that the map covers
 * @param meaning what a value says, with its unit, such as {@code drop of the logit}
 */
public record Heatmap(int height, int width, float[] values, Region region, String meaning) {

    /** @throws IllegalArgumentException where the number of values does not fit */
    public Heatmap {
        if (values.length != height * width) {
            throw new IllegalArgumentException(height + " x " + width + " does not hold " + values.length + " values");
        }
    }

    public float at(int row, int column) {
        return values[row * width + column];
    }

    /**
     * The map's own value, not interpolated, at a point of the original picture.
     *
     * @param x in the picture's pixels from its left edge
     * @param y in the picture's pixels from its top edge
     * @return empty where the map does not reach
     */
    public OptionalDouble valueAt(double x, double y) {
        if (!region.contains(x, y)) {
            return OptionalDouble.empty();
        }
        int row = Math.min(height - 1, (int) ((y - region.y()) / region.height() * height));
        int column = Math.min(width - 1, (int) ((x - region.x()) / region.width() * width));
        return OptionalDouble.of(at(row, column));
    }

    /** The smallest finite value; 0 where there is none. */
    public float min() {
        float min = Float.POSITIVE_INFINITY;
        for (float value : values) {
            min = Float.isFinite(value) ? Math.min(min, value) : min;
        }
        return Float.isFinite(min) ? min : 0;
    }

    /** The largest finite value; 0 where there is none. */
    public float max() {
        float max = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            max = Float.isFinite(value) ? Math.max(max, value) : max;
        }
        return Float.isFinite(max) ? max : 0;
    }

    /** Whether positive and negative values both occur, so that a diverging colour map is needed. */
    public boolean signed() {
        return min() < 0 && max() > 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Heatmap map
                && height == map.height
                && width == map.width
                && Arrays.equals(values, map.values)
                && region.equals(map.region)
                && meaning.equals(map.meaning);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + meaning.hashCode();
    }

    @Override
    public String toString() {
        return "Heatmap[" + height + " x " + width + ", " + meaning + "]";
    }
}
