package vermeer.image;

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
    /** Of each channel, for the processor's cores to share. */
    private static final int PARTS = 4;

    private static final float[] GREY = {19595 / 65536f, 38470 / 65536f, 7471 / 65536f};

    private final InputProfile profile;
    private final Box seen;
    private final Box visible;
    private final int left;
    private final int top;
    private final Band across;
    private final Band down;
    private final Band acrossBack;
    private final Band downBack;

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
        Kernel columns = kernel(place.width(), place.scaledWidth(), visible.x(), visible.width(), how);
        Kernel rows = kernel(place.height(), place.scaledHeight(), visible.y(), visible.height(), how);
        across = Band.of(columns);
        down = Band.of(rows);
        acrossBack = across.transposed();
        downBack = down.transposed();
        seen = new Box(place.x() + columns.start(), place.y() + rows.start(), across.sources(), down.sources());
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
                    int level = (int) (levels[colour * plane + from] + 0.5f);
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
        boolean grey = profile.channels() == ChannelOrder.GREY;
        float[] planes = grey ? grey(levels) : levels;
        inParts(profile.channels().count(), visible.height(), (channel, from, to) -> {
            int start = grey ? 0 : source(channel) * seen.width() * seen.height();
            float[] narrow = new float[seen.width()];
            float[] row = new float[visible.width()];
            for (int y = from; y < to; y++) {
                down.across(y, planes, start, seen.width(), narrow, 0);
                across.along(narrow, 0, row, 0);
                write(row, channel, input, offset + index(shape, channel, y));
            }
        });
    }

    private float[] grey(float[] levels) {
        float[] grey = new float[seen.width() * seen.height()];
        for (int colour = 0; colour < COLOURS; colour++) {
            int from = colour * grey.length;
            for (int i = 0; i < grey.length; i++) {
                grey[i] += GREY[colour] * levels[from + i];
            }
        }
        return grey;
    }

    private void write(float[] row, int channel, float[] input, int at) {
        float mean = profile.mean().get(channel).floatValue();
        float factor = (float) (1 / profile.std().get(channel));
        if (profile.layout() == Layout.NCHW) {
            for (int i = 0; i < row.length; i++) {
                input[at + i] = (row[i] - mean) * factor;
            }
            return;
        }
        for (int i = 0, to = at; i < row.length; i++, to += profile.channels().count()) {
            input[to] = (row[i] - mean) * factor;
        }
    }

    /**
     * Carries a gradient back: from d/d input to d/d levels, the transpose of {@link #input}.
     *
     * @param gradient holds d/d input from {@code offset} on, in the profile's layout
     * @return {@code [3, height, width]}
     */
    public float[] transposed(float[] gradient, int offset) {
        float[] levels = new float[size()];
        int plane = seen.width() * seen.height();
        boolean grey = profile.channels() == ChannelOrder.GREY;
        inParts(profile.channels().count(), seen.height(), (channel, from, to) -> {
            int start = grey ? 0 : source(channel) * plane;
            spread(gradient, offset, channel, from, to, levels, start);
        });
        if (grey) {
            for (int colour = COLOURS - 1; colour >= 0; colour--) {
                for (int i = 0; i < plane; i++) {
                    levels[colour * plane + i] = GREY[colour] * levels[i];
                }
            }
        }
        return levels;
    }

    /** Some rows of one channel's gradient with respect to the levels. */
    private void spread(float[] gradient, int offset, int channel, int from, int to, float[] levels, int start) {
        int[] shape = profile.shape();
        int first = downBack.first(from, to);
        int last = downBack.last(from, to);
        float[] row = new float[visible.width()];
        float[] wide = new float[(last - first) * seen.width()];
        for (int y = first; y < last; y++) {
            read(gradient, offset + index(shape, channel, y), channel, row);
            acrossBack.along(row, 0, wide, (y - first) * seen.width());
        }
        for (int y = from; y < to; y++) {
            downBack.across(y, wide, -first * seen.width(), seen.width(), levels, start + y * seen.width());
        }
    }

    private void read(float[] gradient, int at, int channel, float[] row) {
        float factor = (float) (1 / profile.std().get(channel));
        int step = profile.layout() == Layout.NCHW ? 1 : profile.channels().count();
        for (int i = 0, from = at; i < row.length; i++, from += step) {
            row[i] = gradient[from] * factor;
        }
    }

    /** Some rows of one channel. */
    private interface Part {
        void between(int channel, int from, int to);
    }

    /** Does all rows of all channels, some at the same time. */
    private static void inParts(int channels, int rows, Part part) {
        int parts = Math.min(PARTS, rows);
        IntStream.range(0, channels * parts).parallel().forEach(i -> {
            int index = i % parts;
            part.between(i / parts, index * rows / parts, (index + 1) * rows / parts);
        });
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

    /** The place of a network's channel among red, green and blue; its own inverse. */
    private int source(int channel) {
        return profile.channels() == ChannelOrder.BGR ? 2 - channel : channel;
    }

    private static Kernel kernel(int from, int to, int start, int count, Interpolation how) {
        if (how != Interpolation.NEAREST) {
            return Kernel.of(from, to, start, count, how);
        }
        int[] first = new int[count];
        int[][] weights = new int[count][];
        for (int i = 0; i < count; i++) {
            first[i] = (int) ((start + i + 0.5) * from / to);
            weights[i] = new int[] {1 << Kernel.PRECISION};
        }
        return new Kernel(first, weights);
    }
}
