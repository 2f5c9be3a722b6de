package vermeer.image;

import java.util.Arrays;
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
        byte[] source = source(picture, place, channels);
        Box scaled = new Box(0, 0, place.scaledWidth(), place.scaledHeight());
        Box window = new Box(place.left(), place.top(), profile.width(), profile.height());
        Box visible = window.within(scaled.width(), scaled.height());
        Box size = new Box(0, 0, place.width(), place.height());
        byte[] levels = Resampling.resize(source, size, channels, scaled, visible, profile.interpolation());
        if (visible.equals(window)) {
            return levels;
        }
        byte[] padded = new byte[window.width() * window.height() * channels];
        Arrays.fill(padded, (byte) profile.resize().padding());
        Box.copy(levels, visible, padded, window, channels);
        return padded;
    }

    /** The levels of what is scaled: all of the picture, or what the rule cuts out of it. */
    private static byte[] source(Picture picture, Placement place, int channels) {
        byte[] levels = channels == 1 ? Grey.levels(picture) : picture.levels();
        Box whole = new Box(0, 0, picture.width(), picture.height());
        Box part = new Box(place.x(), place.y(), place.width(), place.height());
        if (part.equals(whole)) {
            return levels;
        }
        byte[] cut = new byte[part.width() * part.height() * channels];
        Box.copy(levels, whole, cut, part, channels);
        return cut;
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
        float[] values = input.data();
        int step = profile.layout() == Layout.NCHW ? 1 : channels;
        for (int channel = 0; channel < channels; channel++) {
            float[] value = table[channel];
            int from = channels == 1 ? 0 : source(channel);
            int to = profile.layout().index(shape, channel, 0, 0);
            for (int at = from; at < levels.length; at += channels, to += step) {
                values[to] = value[levels[at] & 0xff];
            }
        }
        return input;
    }
}
