package vermeer.cli;

import java.util.List;
import java.util.Optional;
import vermeer.model.Activations;
import vermeer.model.Gradients;
import vermeer.model.ImageModel;
import vermeer.model.Scores;

/**
 * A model that counts how many pictures went through it.
 *
 * @param passes what counts; wraps the model's own
 */
record CountedModel(ImageModel model, CountedPasses passes) implements ImageModel {

    static CountedModel of(ImageModel model) {
        return new CountedModel(model, new CountedPasses(model));
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public List<String> classNames() {
        return model.classNames();
    }

    @Override
    public Scores scores() {
        return passes;
    }

    @Override
    public Activations activations() {
        return passes;
    }

    @Override
    public Optional<Gradients> gradients() {
        return model.gradients().isPresent() ? Optional.of(passes) : Optional.empty();
    }

    @Override
    public String noGradientReason() {
        return model.noGradientReason();
    }

    @Override
    public void close() {
        model.close();
    }
}
