package vermeer.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.engine.EngineException;
import vermeer.graph.gradient.Propagation;
import vermeer.graph.gradient.RuleTable;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

/** A model whose target can be differentiated with respect to its input and its inner values. */
public interface Gradients extends Activations {

    /** Why this table of rules cannot be used on this model, naming the operator; empty where it can. */
    Optional<String> unavailable(RuleTable rules);

    /**
     * The gradient of the target, for each picture of a batch of any size; it is run in planned batches.
     *
     * @param batch as for {@link #logits}
     * @param target whose value is differentiated
     * @param rules standard, guided, ...
     * @param values names of inner values whose activations and gradients are wanted too; may be empty
     */
    Gradient gradient(Tensor batch, Target target, RuleTable rules, List<String> values, Progress progress)
            throws EngineException, CancelledException;

    /**
     * A batch's answer.
     *
     * @param logits {@code [n, classes]}
     * @param input d target / d input, shaped as the batch
     * @param activations the inner values asked for
     * @param gradients d target / d inner value, for the inner values asked for
     */
    record Gradient(Tensor logits, Tensor input, Map<String, Tensor> activations, Map<String, Tensor> gradients) {}

    /**
     * The gradients of several weighted sums of logits, on one forward pass, with the standard rules.
     *
     * @param batch as for {@link #logits}
     * @param seeds the weights of the logits, {@code [n, sums, classes]}
     */
    default Several gradients(Tensor batch, Tensor seeds, Progress progress)
            throws EngineException, CancelledException {
        return Several.oneByOne(this, batch, seeds, progress);
    }

    /**
     * A batch's answer.
     *
     * @param logits {@code [n, classes]}
     * @param inputs for each sum d sum / d input, shaped as the batch
     */
    record Several(Tensor logits, List<Tensor> inputs) {

        /** A forward pass for every sum and picture, for models that do not have a better way. */
        private static Several oneByOne(Gradients model, Tensor batch, Tensor seeds, Progress progress)
                throws EngineException, CancelledException {
            int sums = seeds.shape()[1];
            List<Tensor> inputs = new ArrayList<>();
            List<Tensor> logits = new ArrayList<>();
            for (int sum = 0; sum < sums; sum++) {
                List<Tensor> parts = new ArrayList<>();
                for (int i = 0; i < batch.batch(); i++) {
                    Target target = Target.weighted(seeds.data(), (i * sums + sum) * model.classes(), model.classes());
                    Gradient gradient = model.gradient(batch.item(i), target, progress);
                    parts.add(gradient.input());
                    logits.add(gradient.logits());
                }
                inputs.add(Tensor.concat(parts));
            }
            return new Several(Tensor.concat(logits.subList(0, batch.batch())), inputs);
        }
    }

    /** Why this model cannot be explained by this propagation, naming the operator; empty where it can. */
    Optional<String> unavailable(Propagation propagation);

    /**
     * Goes back from the target to the input another way than the gradient does, for each picture of a batch of any size; it
     * is run in planned batches.
     *
     * @param batch as for {@link #logits}
     * @param baselines shaped as the batch, for a propagation that compares with a baseline; else empty
     */
    Propagated propagate(
            Propagation propagation, Tensor batch, Optional<Tensor> baselines, Target target, Progress progress)
            throws EngineException, CancelledException;

    /**
     * A batch's answer.
     *
     * @param logits {@code [n, classes]}
     * @param input what arrives at the input, shaped as the batch
     * @param values further values by the propagation's names for them, with the batch as first axis
     * @param maps of inner values, {@code [n, 1, rows, columns]} each, last one first
     * @param notices why the answer may be unreliable on this network, each a clause without full stop
     */
    record Propagated(
            Tensor logits, Tensor input, Map<String, Tensor> values, List<Tensor> maps, List<String> notices) {}

    /** {@link #gradient} with the standard rules and no inner values. */
    default Gradient gradient(Tensor batch, Target target, Progress progress)
            throws EngineException, CancelledException {
        return gradient(batch, target, RuleTable.STANDARD, List.of(), progress);
    }
}
