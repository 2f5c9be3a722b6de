package vermeer.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vermeer.engine.EngineException;
import vermeer.image.Decoder;
import vermeer.image.Picture;
import vermeer.image.PictureException;
import vermeer.image.Region;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Layer;
import vermeer.model.OpenModel;
import vermeer.tensor.Tensor;

/**
 * What the channels of a layer answer to in a folder.
 *
 * @param layer with rows and columns, or with tokens that lie on a grid over the picture
 * @param readings one a picture that could be read, in the order given
 * @param broken what is wrong with the others, one sentence each
 * @param whole whether a place depends on more of a picture than its field shows
 */
public record Survey(Layer layer, List<Reading> readings, List<String> broken, boolean whole) {

    /**
     * One picture.
     *
     * @param means of each channel
     * @param strongest each channel's largest value
     * @param weakest each channel's smallest value
     * @param fields where the largest was, in the original picture's pixels: the receptive field, cut at what the network saw
     */
    public record Reading(SurveyPicture picture, float[] means, float[] strongest, float[] weakest, Region[] fields) {}

    /** A place that excites a channel. */
    public record Patch(SurveyPicture picture, float value, Region field) {}

    /**
     * A channel that tells two classes apart.
     *
     * @param first the channel's mean over the first class's pictures
     * @param second over the second's
     * @param auc how often a picture of the first class has the larger mean: 1 always, 0 never, 0.5 tells nothing
     */
    public record Separation(int channel, double first, double second, double auc) {}

    /** Reads all pictures. */
    public static Survey of(
            OpenModel model, Layer layer, List<SurveyPicture> pictures, Decoder decoder, Progress progress)
            throws EngineException, CancelledException {
        LayerPlaces places = LayerPlaces.of(model, layer);
        if (!places.overPicture()) {
            throw new EngineException(
                    "The layer '" + layer.value() + "' has no rows and columns over the picture; choose one that has.");
        }
        Optional<ReceptiveField> field = ReceptiveField.of(model, layer);
        List<Reading> readings = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            progress.checkCancelled();
            try {
                Picture picture = decoder.decode(pictures.get(i).file(), progress.part(0, 0));
                readings.add(read(model, layer, places, field, pictures.get(i), picture, progress.part(0, 0)));
            } catch (PictureException unreadable) {
                broken.add(unreadable.getMessage());
            }
            progress.report(i + 1, pictures.size());
        }
        boolean whole = field.map(ReceptiveField::whole).orElse(true);
        return new Survey(layer, List.copyOf(readings), List.copyOf(broken), whole);
    }

    private static Reading read(
            OpenModel model,
            Layer layer,
            LayerPlaces places,
            Optional<ReceptiveField> field,
            SurveyPicture named,
            Picture picture,
            Progress progress)
            throws EngineException, CancelledException {
        Tensor input = model.preprocessing().input(picture);
        Region seen = model.preprocessing().seen(picture);
        float[] values = model.activations()
                .activations(input, List.of(layer.value()), progress)
                .activations()
                .get(layer.value())
                .data();
        int channels = places.channels();
        int cells = places.rows() * places.columns();
        Reading reading =
                new Reading(named, new float[channels], new float[channels], new float[channels], new Region[channels]);
        PatchField patch = new PatchField(
                field, seen, model.profile().height(), model.profile().width(), picture.width(), picture.height());
        for (int channel = 0; channel < channels; channel++) {
            int best = 0;
            double sum = 0;
            float weakest = Float.POSITIVE_INFINITY;
            for (int place = 0; place < cells; place++) {
                float value = values[places.at(channel, place)];
                sum += value;
                weakest = Math.min(weakest, value);
                best = value > values[places.at(channel, best)] ? place : best;
            }
            reading.means()[channel] = (float) (sum / cells);
            reading.strongest()[channel] = values[places.at(channel, best)];
            reading.weakest()[channel] = weakest;
            reading.fields()[channel] = patch.of(best / places.columns(), best % places.columns());
        }
        return reading;
    }

    /** How many channels the layer has. */
    public int channels() {
        return layer.shape()[layer.shape().length == 3 ? 0 : 1];
    }

    /** The names of the classes, in alphabetical order. */
    public List<String> labels() {
        return readings.stream()
                .map(reading -> reading.picture().label())
                .filter(label -> !label.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** The places that excite a channel most, at most one a picture, the strongest first. */
    public List<Patch> patches(int channel, int most) {
        return readings.stream()
                .map(reading -> new Patch(reading.picture(), reading.strongest()[channel], reading.fields()[channel]))
                .sorted(Comparator.comparingDouble(Patch::value).reversed())
                .limit(most)
                .toList();
    }

    /** A channel's mean over the pictures of a class. */
    public double mean(int channel, String label) {
        return readings.stream()
                .filter(reading -> reading.picture().label().equals(label))
                .mapToDouble(reading -> reading.means()[channel])
                .average()
                .orElse(Double.NaN);
    }

    /** The channels that gave one value everywhere, on every picture. */
    public List<Integer> dead() {
        return IntStream.range(0, channels())
                .filter(channel -> readings.stream()
                                .flatMap(reading -> java.util.stream.Stream.of(
                                        reading.strongest()[channel], reading.weakest()[channel]))
                                .distinct()
                                .count()
                        <= 1)
                .boxed()
                .toList();
    }

    /** The channels that tell two classes apart best, the best first. */
    public List<Separation> separating(String first, String second, int most) {
        return IntStream.range(0, channels())
                .mapToObj(channel -> new Separation(
                        channel, mean(channel, first), mean(channel, second), auc(channel, first, second)))
                .sorted(Comparator.comparingDouble((Separation one) -> -Math.abs(one.auc() - 0.5))
                        .thenComparingDouble(one -> -Math.abs(one.first() - one.second()))
                        .thenComparingInt(Separation::channel))
                .limit(most)
                .toList();
    }

    /** The Mann-Whitney statistic, divided by the number of pairs; ties count half. */
    private double auc(int channel, String first, String second) {
        double[] ones = means(channel, first);
        double[] others = means(channel, second);
        double wins = 0;
        for (double one : ones) {
            for (double other : others) {
                wins += one > other ? 1 : one == other ? 0.5 : 0;
            }
        }
        return wins / ((double) ones.length * others.length);
    }

    private double[] means(int channel, String label) {
        return readings.stream()
                .filter(reading -> reading.picture().label().equals(label))
                .mapToDouble(reading -> reading.means()[channel])
                .toArray();
    }
}
