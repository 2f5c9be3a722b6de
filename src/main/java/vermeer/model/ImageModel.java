package vermeer.model;

import java.util.List;
import java.util.Optional;

/** An opened image classifier and what can be asked of it. */
public interface ImageModel extends AutoCloseable {

    /** The model's name for people. */
    String name();

    /** One name a class, in the order of the logits; a model with one logit has two. */
    List<String> classNames();

    Scores scores();

    Activations activations();

    /** Empty where an operator on the way from the input to the logits has no gradient rule. */
    Optional<Gradients> gradients();

    /** Why {@link #gradients()} is empty, naming the operator, in one sentence. */
    String noGradientReason();

    @Override
    void close();
}
