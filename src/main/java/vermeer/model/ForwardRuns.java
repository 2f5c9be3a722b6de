package vermeer.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.engine.EngineException;
import vermeer.engine.Session;
import vermeer.graph.ValueInfo;
import vermeer.image.Layout;
import vermeer.image.Picture;
import vermeer.image.Preprocessing;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

/** Scores and inner values, computed by the engine. */
class ForwardRuns implements Activations {
    private final Classifier classifier;
    private final Preprocessing preprocessing;
    private final Sessions sessions;
    private final List<Layer> layers;
    private final Optional<Layer> lastFeatureMap;

    ForwardRuns(Classifier classifier, Preprocessing preprocessing, Sessions sessions) {
        this.classifier = classifier;
        this.preprocessing = preprocessing;
        this.sessions = sessions;
        this.layers = FeatureLayers.of(classifier);
        this.lastFeatureMap = FeatureLayers.automatic(classifier, layers);
    }

    final Classifier classifier() {
        return classifier;
    }

    final Sessions sessions() {
        return sessions;
    }

    @Override
    public int[] inputShape() {
        return classifier.inputShape();
    }

    @Override
    public Layout layout() {
        return classifier.layout();
    }

    @Override
    public int classes() {
        return classifier.classes();
    }

    @Override
    public Tensor logits(Tensor batch, Progress progress) throws EngineException, CancelledException {
        return activations(batch, List.of(), progress).logits();
    }

    @Override
    public Tensor probabilities(Tensor logits) {
        return classifier.head().probabilities(logits);
    }

    @Override
    public int plannedBatch() {
        try {
            return sessions.forward(List.of()).plannedBatch();
        } catch (EngineException reportedByTheNextRun) {
            return 1;
        }
    }

    @Override
    public float[] inputValue(float brightness) {
        return preprocessing.inputValue(brightness);
    }

    @Override
    public List<Layer> layers() {
        return layers;
    }

    @Override
    public Optional<Layer> lastFeatureMap() {
        return lastFeatureMap;
    }

    @Override
    public Inner activations(Tensor batch, List<String> values, Progress progress)
            throws EngineException, CancelledException {
        checkBatch(batch);
        String logits = classifier.logits().name();
        List<String> inner = values.stream()
                .distinct()
                .filter(value -> !value.equals(logits))
                .toList();
        Session session = sessions.forward(inner);
        List<String> outputs = new ArrayList<>(inner);
        outputs.add(logits);
        Map<String, Tensor> results =
                session.runPlanned(Map.of(classifier.input().name(), batch), outputs, progress);
        Map<String, Tensor> kept = new LinkedHashMap<>();
        new LinkedHashSet<>(values).forEach(value -> kept.put(value, results.get(value)));
        return new Inner(flat(results.get(logits)), kept);
    }

    @Override
    public Tail tail(Tensor picture, String value, Progress progress) throws EngineException, CancelledException {
        Session session = sessions.tail(value);
        List<String> read =
                session.graph().inputs().stream().map(ValueInfo::name).toList();
        Inner inner = activations(picture, read, progress);
        Map<String, Tensor> passing = new LinkedHashMap<>(inner.activations());
        return new TailRuns(session, passing.remove(value), inner.logits(), passing);
    }

    @Override
    public Tensor input(Picture picture) {
        return preprocessing.input(picture);
    }

    /** Logits as {@code [n, classes]}, whatever axes of extent 1 the graph leaves. */
    final Tensor flat(Tensor logits) {
        return logits.reshape(logits.batch(), classifier.classes());
    }

    final void checkBatch(Tensor batch) throws EngineException {
        if (batch.shape().length != 4 || batch.batch() < 1 || !Arrays.equals(batch.itemShape(), inputShape())) {
            throw new EngineException("The network reads pictures of shape " + Arrays.toString(inputShape())
                    + ", but was given an array of shape " + Arrays.toString(batch.shape()) + ".");
        }
    }
}
