package vermeer.dream;

import java.util.stream.IntStream;

/**
 * One parameter a frequency and channel, each divided by its frequency, so that equal steps change a picture as strongly at
 * large as at small scales (Olah, Mordvintsev, Schubert: Feature visualization, 2017). The waves run over a field whose
 * sides are powers of two; the picture is its upper left part.
 */
final class FourierBasis implements Basis {
    /** As in the authors' software: the first picture's contrast. */
    private static final double CONTRAST = 0.25;

    private final int channels;
    private final int height;
    private final int width;
    private final Hartley waves;
    private final float[][] scale;

    FourierBasis(int channels, int height, int width) {
        this.channels = channels;
        this.height = height;
        this.width = width;
        waves = new Hartley(Hartley.atLeast(height), Hartley.atLeast(width));
        scale = new float[waves.rows()][waves.columns()];
        double lowest = 1.0 / Math.max(waves.rows(), waves.columns());
        for (int row = 0; row < waves.rows(); row++) {
            for (int column = 0; column < waves.columns(); column++) {
                double length = Math.hypot(frequency(row, waves.rows()), frequency(column, waves.columns()));
                scale[row][column] = (float) (CONTRAST / Math.max(length, lowest));
            }
        }
    }

    /** In periods a pixel. */
    private static double frequency(int index, int length) {
        return (double) Math.min(index, length - index) / length;
    }

    @Override
    public int size() {
        return channels * waves.rows() * waves.columns();
    }

    @Override
    public float[] planes(float[] parameters) {
        float[] planes = new float[channels * height * width];
        IntStream.range(0, channels).parallel().forEach(channel -> plane(parameters, channel, planes));
        return planes;
    }

    private void plane(float[] parameters, int channel, float[] planes) {
        int columns = waves.columns();
        float[][] field = new float[waves.rows()][columns];
        for (int row = 0; row < field.length; row++) {
            scale(parameters, (channel * field.length + row) * columns, scale[row], field[row], 0);
        }
        float[][] shown = waves.transform(field);
        for (int row = 0; row < height; row++) {
            System.arraycopy(shown[row], 0, planes, (channel * height + row) * width, width);
        }
    }

    @Override
    public float[] transpose(float[] planes) {
        float[] parameters = new float[size()];
        IntStream.range(0, channels).parallel().forEach(channel -> transpose(planes, channel, parameters));
        return parameters;
    }

    private void transpose(float[] planes, int channel, float[] parameters) {
        int columns = waves.columns();
        float[][] field = new float[waves.rows()][columns];
        for (int row = 0; row < height; row++) {
            System.arraycopy(planes, (channel * height + row) * width, field[row], 0, width);
        }
        float[][] spectrum = waves.transform(field);
        for (int row = 0; row < field.length; row++) {
            scale(spectrum[row], 0, scale[row], parameters, (channel * field.length + row) * columns);
        }
    }

    private static void scale(float[] values, int from, float[] factors, float[] scaled, int to) {
        for (int i = 0; i < factors.length; i++) {
            scaled[to + i] = values[from + i] * factors[i];
        }
    }
}
