package vermeer.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vermeer.data.Example;
import vermeer.data.augmentation.Variant;
import vermeer.data.augmentation.VariantInputs;
import vermeer.data.augmentation.Variants;
import vermeer.engine.Engine;
import vermeer.engine.EngineException;
import vermeer.engine.Session;
import vermeer.evaluation.CrossValidation;
import vermeer.evaluation.Interval;
import vermeer.evaluation.Predictions;
import vermeer.graph.ElementType;
import vermeer.graph.GraphException;
import vermeer.graph.ValueInfo;
import vermeer.image.Decoder;
import vermeer.image.PictureException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.OpenModel;
import vermeer.tensor.Tensor;
import vermeer.train.cut.Backbone;
import vermeer.train.cut.Cut;

/**
 * Proposes network and cut by measurement: one pass of the frozen network over the training photos gives what it knows at
 * several cuts, and small heads on these are cross-validated. Nothing is taken from dev or test.
 */
public record CutTrials(Engine engine, Decoder decoder) {
    private static final int TOGETHER = 8;
    private static final int DEEPER = 4;

    /** The trials of one network: its head alone, and some of the possible cuts further down. */
    public List<CutTrial> of(OpenModel model, TrainingData data, Progress progress)
            throws TrainingException, CancelledException {
        Backbone backbone = FineTuning.backbone(model);
        List<Cut> tried =
                tried(FineTuning.cuts(backbone, data.splits().classes().size()));
        List<Example> photos = data.splits().training();
        long started = System.nanoTime();
        Map<Cut, List<float[]>> pooled = new LinkedHashMap<>();
        tried.forEach(cut -> pooled.put(cut, new ArrayList<>()));
        List<Integer> read = new ArrayList<>();
        VariantInputs inputs = new VariantInputs(Variants.none(), data.fit().of(model.profile()), decoder);
        try (Session session = session(backbone, tried)) {
            for (int from = 0; from < photos.size(); from += TOGETHER) {
                progress.checkCancelled();
                List<Tensor> batch = new ArrayList<>();
                for (int i = from; i < Math.min(photos.size(), from + TOGETHER); i++) {
                    add(batch, read, i, inputs, photos.get(i), progress);
                }
                run(session, backbone, batch, pooled, progress);
                progress.report(from + TOGETHER, photos.size() + 1L);
            }
        } catch (EngineException | GraphException failed) {
            throw new TrainingException(failed.getMessage(), failed);
        }
        double frozen = (System.nanoTime() - started) / 1e9;
        int[] labels = read.stream().mapToInt(i -> photos.get(i).label()).toArray();
        List<CutTrial> trials = new ArrayList<>();
        for (Cut cut : tried) {
            trials.add(judged(
                    model.name(), cut, pooled.get(cut), labels, data.splits().classes(), frozen, progress));
        }
        return trials;
    }

    /**
     * The trial to follow: of those within one standard error of the best accuracy the one that trains the fewest parameters
     * (Breiman et al. 1984, the rule of one standard error); of equal ones the more accurate, then the first.
     *
     * @param trials at least one; of one network or of several on the same photos
     */
    public static CutTrial proposed(List<CutTrial> trials) {
        CutTrial best = best(trials);
        double enough = best.accuracy().value() - best.standardError();
        return trials.stream()
                .filter(trial -> trial.accuracy().value() >= enough)
                .min(Comparator.comparingLong((CutTrial trial) -> trial.cut().parameters())
                        .thenComparing(trial -> -trial.accuracy().value()))
                .orElseThrow();
    }

    /** The most accurate trial, the first of equals. */
    public static CutTrial best(List<CutTrial> trials) {
        return trials.stream()
                .min(Comparator.comparingDouble(trial -> -trial.accuracy().value()))
                .orElseThrow();
    }

    private static List<Cut> tried(List<Cut> cuts) {
        List<Cut> possible =
                cuts.stream().filter(cut -> cut.refusal().isEmpty()).toList();
        int last = possible.size() - 1;
        return IntStream.rangeClosed(0, Math.min(DEEPER, Math.max(0, last - 1)))
                .map(i -> i * last / (2 * DEEPER))
                .distinct()
                .mapToObj(possible::get)
                .toList();
    }

    private Session session(Backbone backbone, List<Cut> tried) throws EngineException, GraphException {
        List<ValueInfo> outputs = new ArrayList<>();
        for (Cut cut : tried) {
            outputs.add(new ValueInfo(
                    cut.value(), ElementType.FLOAT, backbone.shapes().shape(cut.value())));
        }
        return engine.open(backbone.graph().reachingOnly(outputs));
    }

    private static void add(
            List<Tensor> batch, List<Integer> read, int index, VariantInputs inputs, Example photo, Progress progress)
            throws CancelledException {
        try {
            batch.add(inputs.input(new Variant(photo, 0, java.util.Optional.empty()), progress));
            read.add(index);
        } catch (PictureException unreadable) {
            // Preparing the run names unreadable photos; a trial does without them.
            progress.checkCancelled();
        }
    }

    private static void run(
            Session session, Backbone backbone, List<Tensor> batch, Map<Cut, List<float[]>> pooled, Progress progress)
            throws EngineException, CancelledException {
        if (batch.isEmpty()) {
            return;
        }
        List<String> values = pooled.keySet().stream().map(Cut::value).toList();
        Map<String, Tensor> found = session.run(Map.of(backbone.input(), Tensor.concat(batch)), values, progress);
        for (Map.Entry<Cut, List<float[]>> entry : pooled.entrySet()) {
            Tensor value = found.get(entry.getKey().value());
            for (int i = 0; i < value.batch(); i++) {
                entry.getValue().add(mean(value, i));
            }
        }
    }

    /** The channels of one photo, averaged over everything after the channel axis. */
    private static float[] mean(Tensor value, int photo) {
        int channels = value.shape()[1];
        int positions = value.itemSize() / channels;
        float[] mean = new float[channels];
        for (int channel = 0; channel < channels; channel++) {
            int from = (photo * channels + channel) * positions;
            double sum = 0;
            for (int i = 0; i < positions; i++) {
                sum += value.data()[from + i];
            }
            mean[channel] = (float) (sum / positions);
        }
        return mean;
    }

    private static CutTrial judged(
            String network,
            Cut cut,
            List<float[]> rows,
            int[] labels,
            List<String> classes,
            double frozen,
            Progress progress)
            throws CancelledException {
        long started = System.nanoTime();
        int inputs = rows.get(0).length;
        float[] all = new float[rows.size() * inputs];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i), 0, all, i * inputs, inputs);
        }
        List<String> names = Arrays.stream(labels).mapToObj(Integer::toString).toList();
        Predictions predictions = new CrossValidation()
                .predict(classes, names, new Tensor(new int[] {rows.size(), inputs}, all), labels, progress);
        Interval accuracy = Interval.wilson(predictions.size() - predictions.errors(), predictions.size());
        return new CutTrial(
                network, cut, inputs, accuracy, predictions.size(), frozen + (System.nanoTime() - started) / 1e9);
    }
}
