package vermeer.attack;

import java.util.Optional;
import vermeer.model.ImageModel;

/** An attack that follows gradients; a model with an operator that has no gradient rule is safe from it. */
public non-sealed interface GradientAttack extends Attack {

    @Override
    default Optional<String> unavailable(ImageModel model) {
        return model.gradients().isPresent() ? Optional.empty() : Optional.of(model.noGradientReason());
    }
}
