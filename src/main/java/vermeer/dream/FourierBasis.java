package vermeer.dream;

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
    private final float[] scale;

    FourierBasis(int channels, int height, int width) {
        this.channels = channels;
        this.height = height;
        this.width = width;
        waves = new Hartley(Hartley.atLeast(height), Hartley.atLeast(width));
        scale = new float[waves.rows() * waves.columns()];
        double lowest = 1.0 / Math.max(waves.rows(), waves.columns());
        for (int i = 0; i < scale.length; i++) {
            double down = frequency(i / waves.columns(), waves.rows());
            double along = frequency(i % waves.columns(), waves.columns());
            scale[i] = (float) (CONTRAST / Math.max(Math.hypot(down, along), lowest));
        }
    }

    /** In periods a pixel. */
    private static double frequency(int index, int length) {
        return (double) Math.min(index, length - index) / length;
    }

    @Override
    public int size() {
        return channels * scale.length;
    }

    @Override
    public float[] planes(float[] parameters) {
        float[] planes = new float[channels * height * width];
        float[] field = new float[scale.length];
        for (int channel = 0; channel < channels; channel++) {
            for (int i = 0; i < field.length; i++) {
                field[i] = parameters[channel * scale.length + i] * scale[i];
            }
            waves.transform(field, 0);
            for (int row = 0; row < height; row++) {
                System.arraycopy(
                        field, row * waves.columns(), planes, (channel * height + row) * width, width);
            }
        }
        return planes;
    }

    @Override
    public float[] transpose(float[] planes) {
        float[] parameters = new float[size()];
        for (int channel = 0; channel < channels; channel++) {
            int offset = channel * scale.length;
            for (int row = 0; row < height; row++) {
                System.arraycopy(
                        planes, (channel * height + row) * width, parameters, offset + row * waves.columns(), width);
            }
            waves.transform(parameters, offset);
            for (int i = 0; i < scale.length; i++) {
                parameters[offset + i] *= scale[i];
            }
        }
        return parameters;
    }
}
