package vermeer.cli;

import java.util.List;
import java.util.Optional;
import vermeer.engine.EngineException;
import vermeer.graph.gradient.Propagation;
import vermeer.graph.gradient.RuleTable;
import vermeer.image.Layout;
import vermeer.image.Picture;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Activations;
import vermeer.model.Gradients;
import vermeer.model.ImageModel;
import vermeer.model.Layer;
import vermeer.model.Tail;
import vermeer.model.Target;
import vermeer.tensor.Tensor;

/** Counts the pictures that go forward through a network, and those that go forward and back. */
final class CountedPasses implements Gradients {
    private final ImageModel model;
    private final Activations forward;
    private int forwards;
    private int gradients;

    CountedPasses(ImageModel model) {
        this.model = model;
        forward = model.activations();
    }

    /** Pictures that went forward only, since the last {@link #reset()}. */
    int forwards() {
        return forwards;
    }

    /** Pictures that went forward and back, by whatever rules, since the last {@link #reset()}. */
    int gradients() {
        return gradients;
    }

    void reset() {
        forwards = 0;
        gradients = 0;
    }

    @Override
    public Tensor logits(Tensor batch, Progress progress) throws EngineException, CancelledException {
        forwards += batch.batch();
        return forward.logits(batch, progress);
    }

    @Override
    public Inner activations(Tensor batch, List<String> values, Progress progress)
            throws EngineException, CancelledException {
        forwards += batch.batch();
        return forward.activations(batch, values, progress);
    }

    @Override
    public Tail tail(Tensor picture, String value, Progress progress) throws EngineException, CancelledException {
        forwards += 1;
        return forward.tail(picture, value, progress);
    }

    @Override
    public Gradient gradient(Tensor batch, Target target, RuleTable rules, List<String> values, Progress progress)
            throws EngineException, CancelledException {
        gradients += batch.batch();
        return differentiable().gradient(batch, target, rules, values, progress);
    }

    @Override
    public Propagated propagate(
            Propagation propagation, Tensor batch, Optional<Tensor> baselines, Target target, Progress progress)
            throws EngineException, CancelledException {
        gradients += batch.batch();
        return differentiable().propagate(propagation, batch, baselines, target, progress);
    }

    @Override
    public Optional<String> unavailable(RuleTable rules) {
        return differentiable().unavailable(rules);
    }

    @Override
    public Optional<String> unavailable(Propagation propagation) {
        return differentiable().unavailable(propagation);
    }

    private Gradients differentiable() {
        return model.gradients().orElseThrow();
    }

    @Override
    public List<Layer> layers() {
        return forward.layers();
    }

    @Override
    public Optional<Layer> lastFeatureMap() {
        return forward.lastFeatureMap();
    }

    @Override
    public int[] inputShape() {
        return forward.inputShape();
    }

    @Override
    public Layout layout() {
        return forward.layout();
    }

    @Override
    public int classes() {
        return forward.classes();
    }

    @Override
    public Tensor probabilities(Tensor logits) {
        return forward.probabilities(logits);
    }

    @Override
    public int plannedBatch() {
        return forward.plannedBatch();
    }

    @Override
    public float[] inputValue(float brightness) {
        return forward.inputValue(brightness);
    }

    @Override
    public Tensor input(Picture picture) {
        return forward.input(picture);
    }
}
