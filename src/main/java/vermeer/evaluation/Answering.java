package vermeer.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.data.LabelledPicture;
import vermeer.engine.EngineException;
import vermeer.image.Decoder;
import vermeer.image.Picture;
import vermeer.image.PictureException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Activations;
import vermeer.model.OpenModel;
import vermeer.tensor.Tensor;

/** Asks a model about labelled pictures. A picture that cannot be read is listed and does not stop the rest. */
public final class Answering {
    private static final int MOST_AT_ONCE = 32;

    private final OpenModel model;
    private final Decoder decoder;
    private final Optional<String> featureValue;

    public Answering(OpenModel model, Decoder decoder) {
        this.model = model;
        this.decoder = decoder;
        this.featureValue = FeatureValue.of(model.graph(), model.logitsValue());
    }

    /**
     * Answers, in the order of the pictures.
     *
     * @param classes the model's class of each label of the pictures
     * @throws EngineException where the network cannot be run
     * @apiNote Long-running; call on the compute lane.
     */
    public Answers answer(List<LabelledPicture> pictures, int[] classes, Progress progress)
            throws EngineException, CancelledException {
        Collected collected = new Collected();
        int batch = Math.max(1, Math.min(MOST_AT_ONCE, model.scores().plannedBatch()));
        List<Tensor> inputs = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            progress.checkCancelled();
            try {
                Picture picture = decoder.decode(pictures.get(i).file(), progress.part(0, 0));
                inputs.add(model.preprocessing().input(picture));
                collected.pictures.add(pictures.get(i));
                collected.facts.add(PictureMeasures.of(picture));
            } catch (PictureException broken) {
                collected.unread.add(new Answers.Unread(pictures.get(i), broken.getMessage()));
            }
            if (inputs.size() == batch || i == pictures.size() - 1 && !inputs.isEmpty()) {
                run(inputs, collected, progress.part((double) i / pictures.size(), (i + 1.0) / pictures.size()));
                inputs.clear();
            }
            progress.report(i + 1L, pictures.size());
        }
        return collected.answers(model.classNames(), classes);
    }

    /** Whether the network ends in a layer whose input can be read as features. */
    public boolean hasFeatures() {
        return featureValue.isPresent();
    }

    private void run(List<Tensor> inputs, Collected collected, Progress progress)
            throws EngineException, CancelledException {
        Tensor batch = Tensor.concat(inputs);
        Tensor logits;
        if (featureValue.isPresent()) {
            String value = featureValue.get();
            Activations.Inner inner = model.activations().activations(batch, List.of(value), progress);
            Map<String, Tensor> values = inner.activations();
            collected.features.add(FeatureValue.pooled(values.get(value)));
            logits = inner.logits();
        } else {
            logits = model.scores().logits(batch, progress);
        }
        for (int i = 0; i < inputs.size(); i++) {
            collected.logits.add(row(logits, i));
        }
    }

    /** The logits whose softmax is what the model's head makes of its own; see {@link Predictions}. */
    private double[] row(Tensor logits, int picture) {
        int classes = logits.itemSize();
        float[] values =
                switch (model.head()) {
                    case LOGITS, SOFTMAX, BINARY -> logits.data();
                    case SIGMOID, PROBABILITIES -> logarithms(model.head().probabilities(logits.item(picture)));
                };
        int from = values.length == classes ? 0 : picture * classes;
        if (classes == 1) {
            return new double[] {0, values[from]};
        }
        double[] row = new double[classes];
        for (int k = 0; k < classes; k++) {
            row[k] = values[from + k];
        }
        return row;
    }

    private static float[] logarithms(Tensor probabilities) {
        float[] logarithms = new float[probabilities.data().length];
        for (int i = 0; i < logarithms.length; i++) {
            logarithms[i] = (float) Math.log(Math.max(probabilities.data()[i], Float.MIN_NORMAL));
        }
        return logarithms;
    }

    /** What is gathered while pictures are answered. */
    private static final class Collected {
        private final List<LabelledPicture> pictures = new ArrayList<>();
        private final List<PictureMeasures> facts = new ArrayList<>();
        private final List<double[]> logits = new ArrayList<>();
        private final List<Tensor> features = new ArrayList<>();
        private final List<Answers.Unread> unread = new ArrayList<>();

        Answers answers(List<String> classNames, int... classes) {
            Predictions predictions = new Predictions(
                    classNames,
                    pictures.stream().map(LabelledPicture::key).toList(),
                    pictures.stream()
                            .mapToInt(picture -> classes[picture.label()])
                            .toArray(),
                    logits.toArray(double[][]::new));
            Optional<Tensor> all = features.isEmpty() ? Optional.empty() : Optional.of(Tensor.concat(features));
            return new Answers(pictures, predictions, all, facts, unread);
        }
    }
}
