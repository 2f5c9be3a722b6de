package vermeer.image;

import vermeer.tensor.Tensor;

/** From a picture to the very tensor that a network reads, and back to what that tensor looks like. */
public record Preprocessing(InputProfile profile) {

    /**
     * The picture as the network reads it.
     *
     * @return {@code [1, shape...]} in the profile's layout and channel order, in the network's units
     */
    public Tensor input(Picture picture) {
        return tensor(window(picture));
    }

    /** The part of the picture that the input covers. */
    public Region seen(Picture picture) {
        return placement(picture.width(), picture.height()).region(profile.width(), profile.height());
    }

    /** What an input of the network looks like, levels rounded and clipped to 0 to 255. */
    public Picture asSeen(Tensor input) {
        int[] shape = profile.shape();
        int channels = profile.channels().count();
        byte[] rgb = new byte[3 * profile.width() * profile.height()];
        int at = 0;
        for (int row = 0; row < profile.height(); row++) {
            for (int column = 0; column < profile.width(); column++) {
                for (int colour = 0; colour < 3; colour++) {
                    int channel = channels == 1 ? 0 : source(colour);
                    float value = input.data()[profile.layout().index(shape, channel, row, column)];
                    double level =
                            value * profile.std().get(channel) + profile.mean().get(channel);
                    rgb[at++] = (byte) Math.max(0, Math.min(255, Math.round(level)));
                }
            }
        }
        return Picture.of(profile.width(), profile.height(), rgb);
    }

    /** The value that a level (0 to 255) has in the input, one a channel in the network's order. */
    public float[] inputValue(float level) {
        float[] values = new float[profile.channels().count()];
        for (int channel = 0; channel < values.length; channel++) {
            values[channel] = value(level, channel);
        }
        return values;
    }

    private float value(double level, int channel) {
        return (float) ((level - profile.mean().get(channel)) / profile.std().get(channel));
    }

    private Placement placement(int width, int height) {
        return profile.resize().place(width, height, profile.width(), profile.height());
    }

    /** The place of a network's channel among red, green and blue; its own inverse. */
    private int source(int channel) {
        return profile.channels() == ChannelOrder.BGR ? 2 - channel : channel;
    }

    /** Levels of the input's size, {@code [height][width][channels]} interleaved, red first. */
    private byte[] window(Picture picture) {
        Placement place = placement(picture.width(), picture.height());
        int channels = profile.channels().count();
        byte[] levels = channels == 1 ? Grey.levels(picture) : picture.levels();
        byte[] source = cut(
                levels,
                picture.width(),
                channels,
                new Rectangle(place.x(), place.y(), place.width(), place.height()),
                picture.height());
        byte[] scaled = Resampling.resize(
                source,
                place.width(),
                place.height(),
                channels,
                place.scaledWidth(),
                place.scaledHeight(),
                profile.interpolation());
        Rectangle window = new Rectangle(place.left(), place.top(), profile.width(), profile.height());
        return cut(scaled, place.scaledWidth(), channels, window, place.scaledHeight());
    }

    private record Rectangle(int x, int y, int width, int height) {}

    /** A rectangle of interleaved levels; what lies outside has the padding's level. */
    private byte[] cut(byte[] levels, int width, int channels, Rectangle part, int height) {
        if (part.equals(new Rectangle(0, 0, width, height))) {
            return levels;
        }
        byte[] window = new byte[part.width() * part.height() * channels];
        java.util.Arrays.fill(window, (byte) profile.resize().padding());
        int left = Math.max(0, part.x());
        int count = Math.min(width, part.x() + part.width()) - left;
        for (int row = Math.max(0, -part.y()); row < Math.min(part.height(), height - part.y()); row++) {
            int from = ((row + part.y()) * width + left) * channels;
            int to = (row * part.width() + left - part.x()) * channels;
            System.arraycopy(levels, from, window, to, count * channels);
        }
        return window;
    }

    private Tensor tensor(byte[] levels) {
        int[] shape = profile.shape();
        int channels = profile.channels().count();
        float[][] table = new float[channels][256];
        for (int channel = 0; channel < channels; channel++) {
            for (int level = 0; level < 256; level++) {
                table[channel][level] = value(level, channel);
            }
        }
        Tensor input = Tensor.zeros(1, shape[0], shape[1], shape[2]);
        for (int row = 0, at = 0; row < profile.height(); row++) {
            for (int column = 0; column < profile.width(); column++, at += channels) {
                for (int channel = 0; channel < channels; channel++) {
                    int level = levels[at + (channels == 1 ? 0 : source(channel))] & 0xff;
                    input.data()[profile.layout().index(shape, channel, row, column)] = table[channel][level];
                }
            }
        }
        return input;
    }
}
