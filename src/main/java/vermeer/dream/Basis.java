package vermeer.dream;

/** What parameters mean: a linear way from them to planes of any real values. */
sealed interface Basis permits PixelBasis, FourierBasis {

    /** How many parameters there are. */
    int size();

    /** The planes that parameters make, {@code [channels, height, width]}. */
    float[] planes(float[] parameters);

    /** d / d parameters of what has this gradient with respect to the planes. */
    float[] transpose(float[] planes);
}
