package vermeer.attribution;

import java.util.Map;
import java.util.Optional;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Gradients;
import vermeer.model.Target;
import vermeer.tensor.Tensor;

/** A method that gives every channel of every pixel a signed value of its own, which is then reduced to one a pixel. */
interface ChannelMethod extends GradientMethod {

    /** How the channels become one map. */
    Reduction reduce();

    /** What the value of a channel says, for the colour bar. */
    String meaning();

    /**
     * The values of a batch.
     *
     * @param batch pictures as the network reads them, of any number
     * @return shaped as the batch
     */
    Tensor channels(Gradients model, Tensor batch, Target target, Progress progress)
            throws EngineException, CancelledException;

    @Override
    default Attribution explain(Gradients model, Subject subject, Sketch sketch, Progress progress)
            throws EngineException, CancelledException {
        progress.checkCancelled();
        Tensor channels = channels(model, subject.input(), subject.target(), progress);
        progress.checkCancelled();
        return attribution(model, subject, channels, Map.of());
    }

    /** The values of one picture, reduced. */
    default Attribution attribution(Gradients model, Subject subject, Tensor channels, Map<String, Double> facts) {
        Tensor picture = channels.reshape(model.inputShape());
        return new Attribution(
                reduce().reduce(picture, model.layout(), subject.region(), meaning()), Optional.of(picture), facts);
    }
}
