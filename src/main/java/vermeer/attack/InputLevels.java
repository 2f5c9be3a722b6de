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
    private final float[] clean;

    InputLevels(Preprocessing preprocessing, Picture original) {
        this.preprocessing = preprocessing;
        profile = preprocessing.profile();
        clean = levels(preprocessing.input(original));
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
        for (int i = 0; i < levels.length; i++) {
            int offset = i * input.itemSize();
            float[] from = levels[i];
            each((level, value, channel) -> input.data()[offset + value] = (float)
                    ((from[level] - profile.mean().get(channel)) / profile.std().get(channel)));
        }
        return input;
    }

    @Override
    public float[] carriedBack(Tensor gradient, int item) {
        float[] back = new float[size()];
        int offset = item * gradient.itemSize();
        each((level, value, channel) -> back[level] =
                (float) (gradient.data()[offset + value] / profile.std().get(channel)));
        return back;
    }

    @Override
    public Picture picture(float[] whole) {
        return preprocessing.asSeen(input(whole));
    }

    /** The network reads the picture as it is: it has the input's size already. */
    @Override
    public Tensor read(Picture picture) {
        float[] levels = new float[size()];
        each((level, value, channel) -> {
            int pixel = level % (height() * width());
            int rgb = picture.rgb(pixel % width(), pixel / width());
            levels[level] = rgb >> 8 * (2 - colour(channel)) & 0xff;
        });
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
        // The picture was resized to whole levels; what is not whole comes from the way to the input and back.
        each((level, value, channel) -> levels[level] =
                Math.round((float) (input.data()[value] * profile.std().get(channel)
                        + profile.mean().get(channel))));
        return levels;
    }

    /** A value's place among the levels and in the input. */
    @FunctionalInterface
    private interface Value {
        void at(int level, int value, int channel);
    }

    private void each(Value what) {
        int[] shape = profile.shape();
        int level = 0;
        for (int channel = 0; channel < channels(); channel++) {
            for (int row = 0; row < height(); row++) {
                for (int column = 0; column < width(); column++) {
                    what.at(level++, profile.layout().index(shape, channel, row, column), channel);
                }
            }
        }
    }
}
