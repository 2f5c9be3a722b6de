package vermeer.model;

import java.util.List;
import java.util.Optional;

/** An opened image classifier and what can be asked of it. */
public interface ImageModel extends AutoCloseable {

    /** The model's name for people. */
    String name();

    /** One name a class, in the order of the logits; a model with one logit has two. */
    List<String> classNames();

    /**
     * What explains a class: its logit. A model with one logit tells two classes apart by its sign, so there the first class
     * is explained by the negative logit.
     *
     * @param classIndex among {@link #classNames()}
     */
    default Target target(int classIndex) {
        String name = classNames().get(classIndex);
        return scores().classes() > 1
                ? Target.of(classIndex, name)
                : new Target(List.of(new Target.Term(0, name, classIndex == 1 ? 1 : -1)));
    }

    Scores scores();

    Activations activations();

    /** Empty where an operator on the way from the input to the logits has no gradient rule. */
    Optional<Gradients> gradients();

    /** Why {@link #gradients()} is empty, naming the operator, in one sentence. */
    String noGradientReason();

    @Override
    void close();
}
