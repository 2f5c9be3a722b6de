package vermeer.dream;

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
        double sum = 0;
        float each = (float) (price / planes.values().length);
        float[] along = new float[planes.size()];
        float[] down = new float[planes.size()];
        for (int channel = 0; channel < planes.channels(); channel++) {
            sum += directions(planes, channel * planes.size(), along, down);
            take(planes, channel * planes.size(), along, down, each, gradient);
        }
        return sum / planes.values().length;
    }

    /** The sum of the lengths of one channel's differences, and the differences divided by their lengths. */
    private static double directions(Planes planes, int plane, float[] along, float[] down) {
        float[] values = planes.values();
        int width = planes.width();
        double sum = 0;
        for (int row = 0; row < planes.height(); row++) {
            int below = row + 1 < planes.height() ? width : 0;
            for (int i = row * width; i < (row + 1) * width; i++) {
                int right = i + 1 < (row + 1) * width ? 1 : 0;
                float value = values[plane + i];
                float x = values[plane + i + right] - value;
                float y = values[plane + i + below] - value;
                float length = (float) Math.sqrt(x * x + y * y + SMOOTH * SMOOTH);
                along[i] = x / length;
                down[i] = y / length;
                sum += length - SMOOTH;
            }
        }
        return sum;
    }

    private static void take(Planes planes, int plane, float[] along, float[] down, float each, float[] gradient) {
        int width = planes.width();
        for (int i = 0; i < along.length; i++) {
            float change = -along[i] - down[i];
            change += i % width > 0 ? along[i - 1] : 0;
            change += i >= width ? down[i - width] : 0;
            gradient[plane + i] -= each * change;
        }
    }
}
