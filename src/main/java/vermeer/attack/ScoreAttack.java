package vermeer.attack;

import java.util.Optional;
import vermeer.model.ImageModel;

/** An attack that needs nothing but scores, so it tries every model. */
public non-sealed interface ScoreAttack extends Attack {

    @Override
    default Optional<String> unavailable(ImageModel model) {
        return Optional.empty();
    }
}
