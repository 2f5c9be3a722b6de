package vermeer.dream;

/** One parameter a pixel and channel. */
record PixelBasis(int channels, int height, int width) implements Basis {

    @Override
    public int size() {
        return channels * height * width;
    }

    @Override
    public float[] planes(float[] parameters) {
        return parameters.clone();
    }

    @Override
    public float[] transpose(float[] planes) {
        return planes.clone();
    }
}
