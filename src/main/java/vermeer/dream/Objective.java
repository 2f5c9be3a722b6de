package vermeer.dream;

import java.util.Arrays;
import java.util.List;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Layer;
import vermeer.model.OpenModel;
import vermeer.model.PictureGradient;
import vermeer.tensor.Tensor;

/**
 * A number that a network makes of a picture, and its gradient with respect to the picture: what a dream raises or lowers.
 *
 * @param function from a picture to values
 * @param seed each value's weight in the number
 * @param colours from planes to what the network reads
 */
record Objective(PictureGradient function, Tensor seed, NetworkColours colours) implements AutoCloseable {

    /**
     * A picture's answer.
     *
     * @param value the number
     * @param gradient d value / d planes, shaped as the planes' values
     */
    record Answer(double value, float[] gradient) {}

    /** What a feature is excited by, for pictures of this size. */
    static Objective of(OpenModel model, Feature feature, int height, int width) throws EngineException {
        if (feature instanceof Feature.Logit logit) {
            PictureGradient function = ofLogits(model, height, width);
            return of(
                    model,
                    function,
                    model.target(logit.index()).seed(model.scores().classes()));
        }
        if (feature instanceof Feature.WholeLayer whole) {
            CutNetwork network = CutNetwork.of(model, List.of(whole.layer().value()), height, width);
            String squares =
                    network.add("Mul", whole.layer().value(), whole.layer().value());
            PictureGradient function = network.gradientOf(model, squares);
            float[] seed = new float[Math.toIntExact(Tensor.size(function.outputShape()))];
            Arrays.fill(seed, 1f / seed.length);
            return of(model, function, seed);
        }
        Layer layer = feature instanceof Feature.Channel channel ? channel.layer() : ((Feature.Neuron) feature).layer();
        String value = CutNetwork.beforeRectifier(model, layer.value());
        PictureGradient function =
                CutNetwork.of(model, List.of(value), height, width).gradientOf(model, value);
        return of(model, function, seed(feature, function.outputShape()));
    }

    private static PictureGradient ofLogits(OpenModel model, int height, int width) throws EngineException {
        boolean own =
                height == model.profile().height() && width == model.profile().width();
        return own
                ? model.gradientOfLogits()
                : CutNetwork.of(model, List.of(model.logitsValue()), height, width)
                        .gradientOf(model, model.logitsValue());
    }

    /** The weighted sum of a function's values. */
    static Objective of(OpenModel model, PictureGradient function, float[] seed) {
        int[] item = function.outputShape();
        int[] shape = new int[item.length + 1];
        shape[0] = 1;
        System.arraycopy(item, 0, shape, 1, item.length);
        return new Objective(function, new Tensor(shape, seed), new NetworkColours(model.profile()));
    }

    private static float[] seed(Feature feature, int[] shape) {
        boolean map = shape.length == 3;
        int channels = map ? shape[0] : shape[1];
        int places = map ? shape[1] * shape[2] : shape[0];
        float[] seed = new float[channels * places];
        if (feature instanceof Feature.Neuron neuron) {
            int place = map ? neuron.row() * shape[2] + neuron.column() : neuron.row();
            seed[at(map, neuron.channel(), place, channels, places)] = 1;
        } else if (feature instanceof Feature.Channel channel) {
            for (int place = 0; place < places; place++) {
                seed[at(map, channel.channel(), place, channels, places)] = 1f / places;
            }
        }
        return seed;
    }

    private static int at(boolean map, int channel, int place, int channels, int places) {
        return map ? channel * places + place : place * channels + channel;
    }

    /** The number for one picture, and its gradient. */
    Answer of(Planes planes, Progress progress) throws EngineException, CancelledException {
        progress.checkCancelled();
        PictureGradient.Answer answer = function.gradient(colours.tensor(planes), seed, progress);
        return new Answer(weighted(answer.output()), colours.gradient(planes, answer.input()));
    }

    /** The number for what the network reads. */
    double value(Tensor input, Progress progress) throws EngineException, CancelledException {
        return weighted(function.value(input, progress));
    }

    private double weighted(Tensor output) {
        double value = 0;
        for (int i = 0; i < output.data().length; i++) {
            value += (double) output.data()[i] * seed.data()[i];
        }
        return value;
    }

    @Override
    public void close() {
        function.close();
    }
}
