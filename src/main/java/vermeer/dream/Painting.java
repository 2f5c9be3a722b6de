package vermeer.dream;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A picture made of parameters: a basis gives planes of any values, colours are mixed, and a sigmoid brings them between 0
 * and 1. The sigmoid is {@code x / sqrt(1 + x * x)}, moved and stretched so that it starts like the logistic function: it
 * takes a tenth of its time.
 */
final class Painting {
    /**
     * How natural pictures' colours vary together, as a matrix's root: brightness most, then blue against yellow, then green
     * against purple. From ImageNet, published with Lucid (Apache-2.0); divided by its largest column.
     */
    private static final double[][] NATURAL = {
        {0.26, 0.09, 0.02},
        {0.27, 0.00, -0.05},
        {0.27, -0.09, 0.03}
    };

    private static final double LARGEST = Math.sqrt(0.26 * 0.26 + 0.27 * 0.27 + 0.27 * 0.27);

    /** Deviation of the first parameters, as in Lucid. */
    private static final double START = 0.01;

    private final Basis basis;
    private final int channels;
    private final int height;
    private final int width;
    private final boolean mixed;
    private final float[] parameters;
    private float[] slope;

    /**
     * @param decorrelated whether colours are mixed as natural pictures mix them; has no effect on grey ones
     * @param random for the first parameters
     */
    Painting(
            Parameterisation kind, int channels, int height, int width, boolean decorrelated, SplittableRandom random) {
        this.basis = kind.basis(channels, height, width);
        this.channels = channels;
        this.height = height;
        this.width = width;
        this.mixed = decorrelated && channels == 3;
        parameters = new float[basis.size()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = (float) (START * gaussian(random));
        }
    }

    /** The parameters; whoever changes them calls {@link #picture()} next. */
    float[] parameters() {
        return parameters;
    }

    /** The picture that the parameters make now. */
    Planes picture() {
        float[] values = mix(basis.planes(parameters), false);
        slope = new float[values.length];
        squash(values, slope);
        return new Planes(channels, height, width, values);
    }

    private static void squash(float[] values, float[] slope) {
        for (int i = 0; i < values.length; i++) {
            float half = 0.5f * values[i];
            float shrink = 1 / (float) Math.sqrt(1 + half * half);
            values[i] = 0.5f + 0.5f * half * shrink;
            slope[i] = 0.25f * shrink * shrink * shrink;
        }
    }

    /** d / d parameters of what has this gradient with respect to the last {@link #picture()}. */
    float[] gradient(float[] picture) {
        float[] arriving = new float[picture.length];
        for (int i = 0; i < arriving.length; i++) {
            arriving[i] = picture[i] * slope[i];
        }
        return basis.transpose(mix(arriving, true));
    }

    private float[] mix(float[] planes, boolean transposed) {
        if (!mixed) {
            return planes;
        }
        int size = height * width;
        float[] mixture = new float[planes.length];
        IntStream.range(0, 3).parallel().forEach(to -> {
            float[] shares = new float[3];
            for (int from = 0; from < 3; from++) {
                shares[from] = (float) ((transposed ? NATURAL[from][to] : NATURAL[to][from]) / LARGEST);
            }
            add(shares, planes, mixture, to * size, size);
        });
        return mixture;
    }

    private static void add(float[] shares, float[] planes, float[] mixture, int to, int size) {
        float first = shares[0];
        float second = shares[1];
        float third = shares[2];
        for (int i = 0; i < size; i++) {
            mixture[to + i] = first * planes[i] + second * planes[size + i] + third * planes[2 * size + i];
        }
    }

    /** A normally distributed number (Box, Muller, 1958). */
    static double gaussian(SplittableRandom random) {
        double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
        return radius * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
