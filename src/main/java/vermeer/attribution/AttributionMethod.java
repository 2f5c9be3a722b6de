package vermeer.attribution;

import java.util.Optional;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.ImageModel;

/**
 * A way to explain a target. Implementations are records whose components are their settings; they declare what they
 * need of a model by the sub-interface they implement. Same subject, same settings: same map, to the bit.
 */
public sealed interface AttributionMethod permits ScoreMethod, ActivationMethod, GradientMethod {

    /** The name on the command line and in files, such as {@code grad-cam}. */
    String name();

    /** The name in menus and on maps, such as {@code Grad-CAM}. */
    String title();

    MethodNotes notes();

    /** Why this method cannot explain this model, in one sentence; empty where it can. */
    Optional<String> unavailable(ImageModel model);

    /**
     * Explains one picture.
     *
     * @param sketch shown the map as it sharpens, by methods that can
     * @param progress told how far it is; cancels
     * @apiNote Long-running; call on the compute lane.
     */
    Attribution explain(ImageModel model, Subject subject, Sketch sketch, Progress progress)
            throws EngineException, CancelledException;
}
