package vermeer.network;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vermeer.engine.EngineException;
import vermeer.graph.gradient.RuleTable;
import vermeer.image.Heatmap;
import vermeer.image.Region;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Gradients;
import vermeer.model.Layer;
import vermeer.model.OpenModel;
import vermeer.model.Target;
import vermeer.tensor.Tensor;

/**
 * What a layer makes of one picture.
 *
 * @param layer with {@code [channels, rows, columns]} or {@code [tokens, features]}
 * @param region the part of the picture that the network saw
 * @param values of the layer, without the batch axis
 * @param gradient of the target with respect to them; empty where the network has none
 * @param places where its channels' values lie
 */
public record LayerReading(Layer layer, Region region, float[] values, Optional<float[]> gradient, LayerPlaces places) {

    /** By what channels are sorted, the largest first. */
    public enum Order {
        ACTIVATION,
        CONTRIBUTION,
        NUMBER
    }

    /**
     * One channel.
     *
     * @param mean of its places; of tokens, of all of them
     * @param max of its places
     * @param contribution the sum over places of activation times gradient: to first order, what the channel adds to the
     *     target; NaN where there is no gradient
     * @param dead whether it gives the same value everywhere, so that it tells nothing of this picture
     */
    public record Channel(int channel, double mean, double max, double contribution, boolean dead) {}

    /** Reads a layer. */
    public static LayerReading of(
            OpenModel model, Tensor input, Region region, Layer layer, Target target, Progress progress)
            throws EngineException, CancelledException {
        List<String> value = List.of(layer.value());
        if (model.gradients().isEmpty()) {
            Tensor values = model.activations()
                    .activations(input, value, progress)
                    .activations()
                    .get(layer.value());
            return new LayerReading(layer, region, values.data(), Optional.empty(), LayerPlaces.of(model, layer));
        }
        Gradients.Gradient answer =
                model.gradients().get().gradient(input, target, RuleTable.STANDARD, value, progress);
        return new LayerReading(
                layer,
                region,
                answer.activations().get(layer.value()).data(),
                Optional.of(answer.gradients().get(layer.value()).data()),
                LayerPlaces.of(model, layer));
    }

    /** How many channels there are; of tokens, features. */
    public int channels() {
        return places.channels();
    }

    /** All channels in this order. */
    public List<Channel> channels(Order order) {
        Comparator<Channel> number = Comparator.comparingInt(Channel::channel);
        Comparator<Channel> sorted =
                switch (order) {
                    case ACTIVATION ->
                        Comparator.comparingDouble(Channel::mean).reversed().thenComparing(number);
                    case CONTRIBUTION ->
                        Comparator.comparingDouble(Channel::contribution)
                                .reversed()
                                .thenComparing(number);
                    case NUMBER -> number;
                };
        return IntStream.range(0, channels())
                .mapToObj(this::channel)
                .sorted(sorted)
                .toList();
    }

    private Channel channel(int channel) {
        double sum = 0;
        double contribution = gradient.isPresent() ? 0 : Double.NaN;
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < places.all(); i++) {
            int at = places.any(channel, i);
            sum += values[at];
            min = Math.min(min, values[at]);
            max = Math.max(max, values[at]);
            contribution += gradient.isPresent() ? (double) values[at] * gradient.get()[at] : 0;
        }
        return new Channel(channel, sum / places.all(), max, contribution, min == max);
    }

    /**
     * The channel over the picture, without tokens that stand for all of it; one row of tokens where they fit no grid over the
     * picture.
     */
    public Heatmap map(int channel) {
        float[] map = new float[places.rows() * places.columns()];
        for (int place = 0; place < map.length; place++) {
            map[place] = values[places.at(channel, place)];
        }
        return new Heatmap(places.rows(), places.columns(), map, region, "activation of channel " + channel);
    }

    /** How all values are spread. */
    public Statistics statistics() {
        return Statistics.of(values);
    }
}
