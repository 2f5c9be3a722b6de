package vermeer.dl4j;

import java.io.IOException;
import java.io.InputStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A photo to compare a conversion on besides random pictures, whose values lie side by side as no random picture's do: an astronaut
 * (NASA, public domain), 96 x 96, enlarged bilinearly to whatever a network reads. Values from -1 to 1.
 */
final class ParityPhoto {
    private static final String FILE = "/vermeer/dl4j/astronaut-96x96.rgb";
    private static final int SIDE = 96;
    private static final int COLOURS = 3;

    private final byte[] levels;

    private ParityPhoto(byte[] levels) {
        this.levels = levels;
    }

    /**
     * The photo as a batch of one.
     *
     * @param shape of one picture, in the network's layout
     */
    static INDArray of(long[] shape, boolean channelsLast) {
        try (InputStream in = ParityPhoto.class.getResourceAsStream(FILE)) {
            return new ParityPhoto(in.readAllBytes()).fitted(shape, channelsLast);
        } catch (IOException damagedJar) {
            throw new IllegalStateException("the file " + FILE + " is missing", damagedJar);
        }
    }

    private INDArray fitted(long[] shape, boolean channelsLast) {
        int channels = (int) shape[channelsLast ? 2 : 0];
        int height = (int) shape[channelsLast ? 0 : 1];
        int width = (int) shape[channelsLast ? 1 : 2];
        float[] values = new float[channels * height * width];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                for (int channel = 0; channel < channels; channel++) {
                    int index = channelsLast
                            ? (row * width + column) * channels + channel
                            : (channel * height + row) * width + column;
                    values[index] = at(place(row, height), place(column, width), channel % COLOURS);
                }
            }
        }
        return Nd4j.createFromArray(values).reshape(1, shape[0], shape[1], shape[2]);
    }

    private static double place(int index, int extent) {
        return Math.min(Math.max((index + 0.5) * SIDE / extent - 0.5, 0), SIDE - 1);
    }

    private float at(double y, double x, int colour) {
        int top = (int) y;
        int left = (int) x;
        int bottom = Math.min(top + 1, SIDE - 1);
        int right = Math.min(left + 1, SIDE - 1);
        double above = mix(level(top, left, colour), level(top, right, colour), x - left);
        double below = mix(level(bottom, left, colour), level(bottom, right, colour), x - left);
        return (float) (mix(above, below, y - top) / 127.5 - 1);
    }

    private int level(int row, int column, int colour) {
        return levels[(row * SIDE + column) * COLOURS + colour] & 0xff;
    }

    private static double mix(double from, double to, double share) {
        return from + (to - from) * share;
    }
}
