package vermeer.image;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * {@link Preprocessing} of levels that need not be whole numbers: a linear map from a picture's levels to the network's
 * input, two small matrices (across and down), and the transpose of that map, which carries a gradient from the input
 * back to the picture. It equals {@link Preprocessing} but for the latter's rounding to 8 bits.
 *
 * <p>It knows only the pixels that the network sees: planes of red, green and blue levels, {@code [3, height, width]},
 * whose upper left pixel is ({@link #x}, {@link #y}) in the picture.
 */
public final class LinearPreprocessing {
    private static final int COLOURS = 3;
    private static final float[] GREY = {19595 / 65536f, 38470 / 65536f, 7471 / 65536f};

    private final InputProfile profile;
    private final Box seen;
    private final Box visible;
    private final int left;
    private final int top;
    private final Axis across;
    private final Axis down;

    /** @throws IllegalArgumentException where no pixel of such a picture reaches the input */
    public LinearPreprocessing(InputProfile profile, int pictureWidth, int pictureHeight) {
        this.profile = profile;
        Placement place = profile.resize().place(pictureWidth, pictureHeight, profile.width(), profile.height());
        left = place.left();
        top = place.top();
        visible =
                new Box(left, top, profile.width(), profile.height()).within(place.scaledWidth(), place.scaledHeight());
        if (visible.width() < 1 || visible.height() < 1) {
            throw new IllegalArgumentException("the network sees nothing of a picture of this size");
        }
        Interpolation how = profile.interpolation();
        across = Axis.of(place.width(), place.scaledWidth(), visible.x(), visible.width(), how);
        down = Axis.of(place.height(), place.scaledHeight(), visible.y(), visible.height(), how);
        seen = new Box(place.x() + across.start(), place.y() + down.start(), across.extent(), down.extent());
    }

    /** The left edge of what the network sees, in the picture's pixels. */
    public int x() {
        return seen.x();
    }

    /** The top edge of what the network sees. */
    public int y() {
        return seen.y();
    }

    /** The columns that the network sees. */
    public int width() {
        return seen.width();
    }

    /** The rows that the network sees. */
    public int height() {
        return seen.height();
    }

    /** The number of levels that the network sees: {@code 3 * height * width}. */
    public int size() {
        return COLOURS * seen.width() * seen.height();
    }

    /** The levels of what the network sees of a picture, {@code [3, height, width]}, 0 to 255. */
    public float[] levels(Picture picture) {
        byte[] rgb = picture.levels();
        float[] levels = new float[size()];
        int plane = seen.width() * seen.height();
        for (int row = 0, to = 0; row < seen.height(); row++) {
            int from = COLOURS * ((seen.y() + row) * picture.width() + seen.x());
            for (int column = 0; column < seen.width(); column++, to++, from += COLOURS) {
                for (int colour = 0; colour < COLOURS; colour++) {
                    levels[colour * plane + to] = rgb[from + colour] & 0xff;
                }
            }
        }
        return levels;
    }

    /** The picture with these levels, rounded and clipped to 0 to 255, in place of what the network sees. */
    public Picture with(Picture picture, float[] levels) {
        byte[] rgb = picture.levels().clone();
        int plane = seen.width() * seen.height();
        for (int row = 0, from = 0; row < seen.height(); row++) {
            int to = COLOURS * ((seen.y() + row) * picture.width() + seen.x());
            for (int column = 0; column < seen.width(); column++, from++, to += COLOURS) {
                for (int colour = 0; colour < COLOURS; colour++) {
                    int level = Math.round(levels[colour * plane + from]);
                    rgb[to + colour] = (byte) Math.max(0, Math.min(255, level));
                }
            }
        }
        return Picture.of(picture.width(), picture.height(), rgb);
    }

    /**
     * The network's input for levels of what it sees.
     *
     * @param input takes one input from {@code offset} on, in the profile's layout
     */
    public void input(float[] levels, float[] input, int offset) {
        int[] shape = profile.shape();
        boolean padded = visible.width() < profile.width() || visible.height() < profile.height();
        if (padded) {
            pad(input, offset, shape);
        }
        float[][] resized = new float[COLOURS][];
        IntStream.range(0, COLOURS).parallel().forEach(colour -> resized[colour] = resized(levels, colour));
        for (int channel = 0; channel < profile.channels().count(); channel++) {
            float[] plane = plane(resized, channel);
            float mean = profile.mean().get(channel).floatValue();
            float factor = (float) (1 / profile.std().get(channel));
            for (int row = 0, from = 0; row < visible.height(); row++) {
                int to = offset + index(shape, channel, row);
                int step = profile.layout() == Layout.NCHW ? 1 : shape[2];
                for (int column = 0; column < visible.width(); column++, from++, to += step) {
                    input[to] = (plane[from] - mean) * factor;
                }
            }
        }
    }

    /**
     * Carries a gradient back: from d/d input to d/d levels, the transpose of {@link #input}.
     *
     * @param gradient holds d/d input from {@code offset} on, in the profile's layout
     * @return {@code [3, height, width]}
     */
    public float[] transposed(float[] gradient, int offset) {
        int[] shape = profile.shape();
        float[][] planes = new float[profile.channels().count()][visible.width() * visible.height()];
        for (int channel = 0; channel < planes.length; channel++) {
            float factor = (float) (1 / profile.std().get(channel));
            for (int row = 0, to = 0; row < visible.height(); row++) {
                int from = offset + index(shape, channel, row);
                int step = profile.layout() == Layout.NCHW ? 1 : shape[2];
                for (int column = 0; column < visible.width(); column++, to++, from += step) {
                    planes[channel][to] = gradient[from] * factor;
                }
            }
        }
        float[] levels = new float[size()];
        IntStream.range(0, COLOURS).parallel().forEach(colour -> spread(planes, colour, levels));
        return levels;
    }

    private void pad(float[] input, int offset, int[] shape) {
        for (int channel = 0; channel < profile.channels().count(); channel++) {
            double level = profile.resize().padding();
            float value = (float)
                    ((level - profile.mean().get(channel)) / profile.std().get(channel));
            for (int row = 0; row < profile.height(); row++) {
                for (int column = 0; column < profile.width(); column++) {
                    input[offset + profile.layout().index(shape, channel, row, column)] = value;
                }
            }
        }
    }

    /** The place in the input of the first visible value of a row. */
    private int index(int[] shape, int channel, int row) {
        return profile.layout().index(shape, channel, visible.y() - top + row, visible.x() - left);
    }

    private float[] resized(float[] levels, int colour) {
        int plane = seen.width() * seen.height();
        float[] narrow = new float[visible.height() * seen.width()];
        for (int row = 0; row < visible.height(); row++) {
            int from = colour * plane + down.first(row) * seen.width();
            for (float weight : down.weights(row)) {
                addScaled(levels, from, weight, narrow, row * seen.width(), seen.width());
                from += seen.width();
            }
        }
        float[] resized = new float[visible.height() * visible.width()];
        for (int row = 0, to = 0; row < visible.height(); row++) {
            for (int column = 0; column < visible.width(); column++, to++) {
                int from = row * seen.width() + across.first(column);
                float sum = 0;
                for (float weight : across.weights(column)) {
                    sum += weight * narrow[from++];
                }
                resized[to] = sum;
            }
        }
        return resized;
    }

    private void spread(float[][] planes, int colour, float[] levels) {
        float[] plane = profile.channels() == ChannelOrder.GREY ? planes[0] : planes[source(colour)];
        float share = profile.channels() == ChannelOrder.GREY ? GREY[colour] : 1;
        float[] narrow = new float[visible.height() * seen.width()];
        for (int row = 0, from = 0; row < visible.height(); row++) {
            for (int column = 0; column < visible.width(); column++, from++) {
                int to = row * seen.width() + across.first(column);
                float value = share * plane[from];
                for (float weight : across.weights(column)) {
                    narrow[to++] += weight * value;
                }
            }
        }
        int start = colour * seen.width() * seen.height();
        for (int row = 0; row < visible.height(); row++) {
            int to = start + down.first(row) * seen.width();
            for (float weight : down.weights(row)) {
                addScaled(narrow, row * seen.width(), weight, levels, to, seen.width());
                to += seen.width();
            }
        }
    }

    private static void addScaled(float[] from, int start, float weight, float[] to, int target, int count) {
        for (int i = 0; i < count; i++) {
            to[target + i] += weight * from[start + i];
        }
    }

    /** What a channel of the network reads of the resized colours. */
    private float[] plane(float[][] resized, int channel) {
        if (profile.channels() != ChannelOrder.GREY) {
            return resized[source(channel)];
        }
        float[] grey = new float[resized[0].length];
        for (int colour = 0; colour < COLOURS; colour++) {
            addScaled(resized[colour], 0, GREY[colour], grey, 0, grey.length);
        }
        return grey;
    }

    /** The place of a network's channel among red, green and blue; its own inverse. */
    private int source(int channel) {
        return profile.channels() == ChannelOrder.BGR ? 2 - channel : channel;
    }

    /**
     * A resize along one axis.
     *
     * @param start the first source index that any weight needs; the others count from there
     * @param extent the number of source indices that are needed
     */
    private record Axis(int start, int extent, int[] firsts, float[][] factors) {

        static Axis of(int from, int to, int start, int count, Interpolation how) {
            Kernel kernel = how == Interpolation.NEAREST
                    ? nearest(from, to, start, count)
                    : Kernel.of(from, to, start, count, how);
            int first = kernel.start();
            int[] firsts =
                    Arrays.stream(kernel.first()).map(index -> index - first).toArray();
            float[][] factors = new float[count][];
            for (int i = 0; i < count; i++) {
                factors[i] = new float[kernel.weights()[i].length];
                for (int j = 0; j < factors[i].length; j++) {
                    factors[i][j] = (float) kernel.weights()[i][j] / (1 << Kernel.PRECISION);
                }
            }
            return new Axis(first, kernel.end() - first, firsts, factors);
        }

        private static Kernel nearest(int from, int to, int start, int count) {
            int[] first = new int[count];
            int[][] weights = new int[count][];
            for (int i = 0; i < count; i++) {
                first[i] = (int) ((start + i + 0.5) * from / to);
                weights[i] = new int[] {1 << Kernel.PRECISION};
            }
            return new Kernel(first, weights);
        }

        int first(int index) {
            return firsts[index];
        }

        float[] weights(int index) {
            return factors[index];
        }
    }
}
