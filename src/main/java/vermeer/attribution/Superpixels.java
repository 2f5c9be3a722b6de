package vermeer.attribution;

import java.util.Arrays;

/**
 * A picture divided into connected parts.
 *
 * @param labels each place's part, 0 to {@code count - 1}, row-major
 */
record Superpixels(int height, int width, int[] labels, int count) {

    /** The mask that shows only these parts: 1 at their places, 0 elsewhere. */
    float[] mask(boolean[] shown) {
        float[] mask = new float[labels.length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = shown[labels[i]] ? 1 : 0;
        }
        return mask;
    }

    /** One value a part, spread over its places. */
    float[] spread(double[] values) {
        float[] map = new float[labels.length];
        for (int i = 0; i < map.length; i++) {
            map[i] = (float) values[labels[i]];
        }
        return map;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Superpixels parts
                && height == parts.height
                && width == parts.width
                && Arrays.equals(labels, parts.labels);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(labels);
    }
}
