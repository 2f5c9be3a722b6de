package vermeer.dream;

import java.util.stream.IntStream;

/**
 * How rough a picture is: the mean over pixels and channels of the length of the difference to the right and lower neighbours
 * (Rudin, Osher, Fatemi, 1992), smoothed so that it has a gradient everywhere.
 */
final class TotalVariation {
    private static final float SMOOTH = 1e-3f;

    private TotalVariation() {}

    /**
     * The roughness; its gradient times {@code price} is taken off {@code gradient}.
     *
     * @param gradient shaped as the planes' values
     */
    static double charge(Planes planes, double price, float[] gradient) {
        float each = (float) (price / planes.values().length);
        double sum = IntStream.range(0, planes.channels())
                .parallel()
                .mapToDouble(channel -> charge(planes, channel * planes.size(), each, gradient))
                .sum();
        return sum / planes.values().length;
    }

    /** One channel's sum of lengths; row by row, so that what a row leaves for the one below is still at hand. */
    private static double charge(Planes planes, int plane, float each, float[] gradient) {
        float[] values = planes.values();
        int width = planes.width();
        float[] own = new float[width];
        float[] right = new float[width];
        float[] below = new float[width];
        float[] along = new float[width];
        float[] down = new float[width];
        float[] above = new float[width];
        float[] lengths = new float[width];
        double sum = 0;
        for (int row = 0; row < planes.height(); row++) {
            int at = plane + row * width;
            // Rows of their own, for vector instructions. Beyond the edges a value differs from itself, by 0.
            System.arraycopy(values, at, own, 0, width);
            System.arraycopy(values, at + 1, right, 0, width - 1);
            right[width - 1] = own[width - 1];
            System.arraycopy(values, row + 1 < planes.height() ? at + width : at, below, 0, width);
            directions(own, right, below, along, down, lengths);
            for (float length : lengths) {
                sum += length;
            }
            take(along, down, above, each, gradient, at);
            float[] done = above;
            above = down;
            down = done;
        }
        return sum;
    }

    /** The lengths of one row's differences, and the differences divided by their lengths. */
    private static void directions(
            float[] own, float[] right, float[] below, float[] along, float[] down, float[] lengths) {
        for (int i = 0; i < own.length; i++) {
            float x = right[i] - own[i];
            float y = below[i] - own[i];
            float square = x * x + y * y + SMOOTH * SMOOTH;
            float inverse = 1 / (float) Math.sqrt(square);
            along[i] = x * inverse;
            down[i] = y * inverse;
            lengths[i] = square * inverse - SMOOTH;
        }
    }

    private static void take(float[] along, float[] down, float[] above, float each, float[] gradient, int at) {
        for (int i = 0; i < along.length; i++) {
            gradient[at + i] += each * (along[i] + down[i] - above[i]);
        }
        for (int i = 1; i < along.length; i++) {
            gradient[at + i] -= each * along[i - 1];
        }
    }
}
