package vermeer.dream;

import java.util.Optional;
import vermeer.attribution.MethodNotes;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Layer;
import vermeer.model.OpenModel;

/**
 * A way to make pictures with a network. Implementations are records whose components are their settings. Same subject,
 * settings and seed: same picture, to the bit.
 */
public sealed interface Dream permits ActivationMaximisation, DeepDream, FoolingImage, Inversion, StyleTransfer {

    /** The name on the command line and in files, such as {@code deepdream}. */
    String name();

    /** The name in menus, such as {@code DeepDream}. */
    String title();

    MethodNotes notes();

    /** What the method needs besides a network. */
    Needs needs();

    /** The layer that is taken unless the user chooses another; empty where it needs none or the network has none. */
    default Optional<Layer> layer(OpenModel model) {
        return Optional.empty();
    }

    /** Why this method cannot work with this model, in one sentence; empty where it can. */
    default Optional<String> unavailable(OpenModel model) {
        return model.gradients().isPresent() ? Optional.empty() : Optional.of(model.noGradientReason());
    }

    /**
     * Makes one picture.
     *
     * @param frames shown the picture as it becomes
     * @param progress told how far it is; cancels
     * @throws EngineException also where the subject lacks what {@link #needs()} asks for
     * @apiNote Long-running; call on the compute lane.
     */
    Dreamt make(OpenModel model, DreamSubject subject, Frames frames, Progress progress)
            throws EngineException, CancelledException;
}
