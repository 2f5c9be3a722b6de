package vermeer.attack;

import vermeer.image.ChannelOrder;
import vermeer.image.InputProfile;
import vermeer.image.Picture;
import vermeer.image.Preprocessing;
import vermeer.tensor.Tensor;

/** The levels of the network's input, after resizing and cropping; they need not be whole. */
final class InputLevels implements Levels {
    private final Preprocessing preprocessing;
    private final InputProfile profile;
    private final float[] mean;
    private final float[] std;
    private final int[] place;
    private final float[] clean;

    InputLevels(Preprocessing preprocessing, Picture original) {
        this.preprocessing = preprocessing;
        profile = preprocessing.profile();
        int channels = profile.channels().count();
        mean = new float[channels];
        std = new float[channels];
        for (int channel = 0; channel < channels; channel++) {
            mean[channel] = profile.mean().get(channel).floatValue();
            std[channel] = profile.std().get(channel).floatValue();
        }
        place = place(profile);
        clean = levels(preprocessing.input(original));
    }

    /** Where each level stands in the input. */
    private static int[] place(InputProfile profile) {
        int[] shape = profile.shape();
        int[] place = new int[profile.channels().count() * profile.height() * profile.width()];
        for (int i = 0; i < place.length; i++) {
            int column = i % profile.width();
            int row = i / profile.width() % profile.height();
            int channel = i / profile.width() / profile.height();
            place[i] = profile.layout().index(shape, channel, row, column);
        }
        return place;
    }

    @Override
    public int channels() {
        return profile.channels().count();
    }

    @Override
    public int height() {
        return profile.height();
    }

    @Override
    public int width() {
        return profile.width();
    }

    @Override
    public float[] clean() {
        return clean;
    }

    @Override
    public Tensor input(float[]... levels) {
        int[] shape = profile.shape();
        Tensor input = Tensor.zeros(levels.length, shape[0], shape[1], shape[2]);
        int plane = height() * width();
        for (int i = 0; i < levels.length; i++) {
            int offset = i * input.itemSize();
            for (int channel = 0, level = 0; channel < mean.length; channel++) {
                for (int end = level + plane; level < end; level++) {
                    input.data()[offset + place[level]] = (levels[i][level] - mean[channel]) / std[channel];
                }
            }
        }
        return input;
    }

    @Override
    public float[] carriedBack(Tensor gradient, int item) {
        float[] back = new float[size()];
        int offset = item * gradient.itemSize();
        int plane = height() * width();
        for (int channel = 0, level = 0; channel < std.length; channel++) {
            for (int end = level + plane; level < end; level++) {
                back[level] = gradient.data()[offset + place[level]] / std[channel];
            }
        }
        return back;
    }

    @Override
    public Picture original() {
        return picture(clean);
    }

    @Override
    public Picture picture(float[] whole) {
        return preprocessing.asSeen(input(whole));
    }

    /** The network reads the picture as it is: it has the input's size already. */
    @Override
    public Tensor read(Picture picture) {
        float[] levels = new float[size()];
        int plane = height() * width();
        for (int level = 0; level < levels.length; level++) {
            int rgb = picture.rgb(level % plane % width(), level % plane / width());
            levels[level] = rgb >> 8 * (2 - colour(level / plane)) & 0xff;
        }
        return input(levels);
    }

    @Override
    public boolean whole() {
        return false;
    }

    private int colour(int channel) {
        return profile.channels() == ChannelOrder.BGR ? 2 - channel : channel;
    }

    private float[] levels(Tensor input) {
        float[] levels = new float[size()];
        int plane = height() * width();
        for (int level = 0; level < levels.length; level++) {
            int channel = level / plane;
            // The picture was resized to whole levels; what is not whole comes from the way to the input and back.
            levels[level] = Math.round(input.data()[place[level]] * std[channel] + mean[channel]);
        }
        return levels;
    }
}
