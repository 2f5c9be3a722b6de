package vermeer.attack;

import vermeer.image.LinearPreprocessing;
import vermeer.image.Picture;
import vermeer.image.Preprocessing;
import vermeer.tensor.Tensor;

/** The levels of the original picture, as far as the network sees it. */
final class PictureLevels implements Levels {
    private final Preprocessing preprocessing;
    private final Picture original;
    private final LinearPreprocessing linear;
    private final float[] clean;

    PictureLevels(Preprocessing preprocessing, Picture original) {
        this.preprocessing = preprocessing;
        this.original = original;
        linear = new LinearPreprocessing(preprocessing.profile(), original.width(), original.height());
        clean = linear.levels(original);
    }

    @Override
    public int channels() {
        return 3;
    }

    @Override
    public int height() {
        return linear.height();
    }

    @Override
    public int width() {
        return linear.width();
    }

    @Override
    public float[] clean() {
        return clean;
    }

    @Override
    public Tensor input(float[]... levels) {
        int[] shape = preprocessing.profile().shape();
        Tensor input = Tensor.zeros(levels.length, shape[0], shape[1], shape[2]);
        for (int i = 0; i < levels.length; i++) {
            linear.input(levels[i], input.data(), i * input.itemSize());
        }
        return input;
    }

    @Override
    public float[] carriedBack(Tensor gradient, int item) {
        return linear.transposed(gradient.data(), item * gradient.itemSize());
    }

    @Override
    public Picture original() {
        return original;
    }

    @Override
    public Picture picture(float[] whole) {
        return linear.with(original, whole);
    }

    @Override
    public Tensor read(Picture picture) {
        return preprocessing.input(picture);
    }

    @Override
    public boolean whole() {
        return true;
    }
}
