package vermeer.attribution;

import java.util.List;
import java.util.Optional;
import vermeer.engine.EngineException;
import vermeer.graph.gradient.RuleTable;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Gradients;
import vermeer.model.ImageModel;
import vermeer.model.Target;
import vermeer.tensor.Tensor;

/** A method that is the gradient by other rules than the standard ones. */
interface RuleTableMethod extends ChannelMethod {

    /** How the gradient passes each operator. */
    RuleTable rules();

    @Override
    default Optional<String> unavailable(ImageModel model) {
        return model.gradients()
                .map(gradients -> gradients.unavailable(rules()))
                .orElseGet(() -> Optional.of(model.noGradientReason()));
    }

    @Override
    default Tensor channels(Gradients model, Tensor batch, Target target, Progress progress)
            throws EngineException, CancelledException {
        return model.gradient(batch, target, rules(), List.of(), progress).input();
    }
}
