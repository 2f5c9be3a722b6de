package vermeer.dream;

/** What an optimised picture's parameters are. */
public enum Parameterisation {
    /** Waves, each divided by its frequency: large shapes come as fast as small ones. */
    FOURIER,
    /** Pixels: fine, noisy detail comes first. */
    PIXEL;

    Basis basis(int channels, int height, int width) {
        return this == FOURIER ? new FourierBasis(channels, height, width) : new PixelBasis(channels, height, width);
    }
}
