package vermeer.attack;

import java.util.ArrayList;
import java.util.List;
import vermeer.attack.defence.Defence;
import vermeer.image.Picture;
import vermeer.image.Preprocessing;
import vermeer.tensor.Tensor;

/**
 * The levels of a picture before a defence, for an attack that knows it: forwards through the defence, backwards as if it
 * were not there (Athalye, Carlini, Wagner 2018: backward pass differentiable approximation), with a new draw of a random
 * defence each time.
 */
final class DefendedLevels implements Levels {
    private final PictureLevels undefended;
    private final Preprocessing preprocessing;
    private final Defence defence;
    private long draws;

    DefendedLevels(Preprocessing preprocessing, Picture original, Defence defence) {
        undefended = new PictureLevels(preprocessing, original);
        this.preprocessing = preprocessing;
        this.defence = defence;
    }

    @Override
    public int channels() {
        return undefended.channels();
    }

    @Override
    public int height() {
        return undefended.height();
    }

    @Override
    public int width() {
        return undefended.width();
    }

    @Override
    public float[] clean() {
        return undefended.clean();
    }

    @Override
    public Tensor input(float[]... levels) {
        List<Tensor> inputs = new ArrayList<>();
        for (float[] each : levels) {
            inputs.add(read(picture(each)));
        }
        return Tensor.concat(inputs);
    }

    @Override
    public float[] carriedBack(Tensor gradient, int item) {
        return undefended.carriedBack(gradient, item);
    }

    @Override
    public Picture original() {
        return undefended.original();
    }

    @Override
    public Picture picture(float[] whole) {
        return undefended.picture(whole);
    }

    @Override
    public Tensor read(Picture picture) {
        return preprocessing.input(defence.apply(picture, draws++));
    }

    @Override
    public boolean whole() {
        return true;
    }
}
