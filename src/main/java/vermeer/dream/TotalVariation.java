package vermeer.dream;

/**
 * How rough a picture is: the mean over pixels and channels of the length of the difference to the right and lower neighbours
 * (Rudin, Osher, Fatemi, 1992), smoothed so that it has a gradient everywhere.
 */
final class TotalVariation {
    private static final double SMOOTH = 1e-3;

    private TotalVariation() {}

    /**
     * The roughness; its gradient times {@code price} is taken off {@code gradient}.
     *
     * @param gradient shaped as the planes' values
     */
    static double charge(Planes planes, double price, float[] gradient) {
        float[] values = planes.values();
        double sum = 0;
        double each = price / values.length;
        for (int channel = 0; channel < planes.channels(); channel++) {
            for (int row = 0; row < planes.height(); row++) {
                for (int column = 0; column < planes.width(); column++) {
                    int at = (channel * planes.height() + row) * planes.width() + column;
                    int below = row + 1 < planes.height() ? at + planes.width() : at;
                    int right = column + 1 < planes.width() ? at + 1 : at;
                    double down = values[below] - values[at];
                    double along = values[right] - values[at];
                    double length = Math.sqrt(down * down + along * along + SMOOTH * SMOOTH);
                    sum += length - SMOOTH;
                    gradient[below] -= (float) (each * down / length);
                    gradient[right] -= (float) (each * along / length);
                    gradient[at] += (float) (each * (down + along) / length);
                }
            }
        }
        return sum / values.length;
    }
}
