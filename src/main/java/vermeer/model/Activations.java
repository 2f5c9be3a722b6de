package vermeer.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

/** A model whose inner values can be read. */
public interface Activations extends Scores {

    /** The feature maps that class activation maps can be made of, first to last, in the order of the graph. */
    List<Layer> layers();

    /** The layer that class activation maps use by default: the last feature map with rows and columns. */
    Optional<Layer> lastFeatureMap();

    /**
     * Runs a batch and keeps inner values.
     *
     * @param batch as for {@link #logits}
     * @param values names of values in the graph
     * @return logits and activations, each with the batch as first axis
     */
    Inner activations(Tensor batch, List<String> values, Progress progress) throws EngineException, CancelledException;

    /**
     * Cuts the network at an inner value, so that the rest of it can be run for other values.
     *
     * @param picture a batch of one, for which the network is run once
     * @param value the name of a layer's value
     */
    Tail tail(Tensor picture, String value, Progress progress) throws EngineException, CancelledException;

    /** The logits of a batch and the inner values asked for, by name. */
    record Inner(Tensor logits, Map<String, Tensor> activations) {}
}
