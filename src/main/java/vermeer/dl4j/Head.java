package vermeer.dl4j;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import vermeer.dl4j.Step.LayerStep;

/**
 * The end of a classifier. Some networks, DL4J's own SqueezeNet among them, give their softmax to a loss layer that applies
 * a second activation function to the probabilities. That leaves the order of the classes as it is and hides the logits.
 *
 * @param network ends in the softmax where the source repeats itself
 * @param notice what was left out; empty where nothing that counts was
 */
record Head(Network network, Optional<String> notice) {

    static Head of(Network network) {
        Optional<Step> last = step(network, network.output());
        if (last.isEmpty() || !(last.get() instanceof LayerStep loss) || !(loss.settings() instanceof LossLayer)) {
            return new Head(network, Optional.empty());
        }
        String before = loss.inputs().get(0);
        IActivation second = activation(loss.settings()).orElseGet(ActivationIdentity::new);
        boolean softmax = step(network, before)
                .filter(LayerStep.class::isInstance)
                .flatMap(step -> activation(((LayerStep) step).settings()))
                .filter(ActivationSoftmax.class::isInstance)
                .isPresent();
        if (!softmax || loss.preProcessor() != null) {
            return new Head(network, Optional.empty());
        }
        List<Step> steps = network.steps().stream().filter(step -> step != loss).toList();
        Network trimmed = new Network(network.input(), steps, before, network.channelsLast());
        return new Head(
                trimmed,
                second instanceof ActivationIdentity
                        ? Optional.empty()
                        : Optional.of("The loss layer '" + loss.name() + "' applies " + name(second)
                                + " to probabilities that are already softmaxed; Vermeer shows the probabilities"
                                + " before it, whose order is the same."));
    }

    private static Optional<Step> step(Network network, String name) {
        return network.steps().stream().filter(step -> step.name().equals(name)).findFirst();
    }

    /** The activation function that DL4J applies behind a layer. */
    static Optional<IActivation> activation(Layer layer) {
        if (!LayerRules.activated(layer)) {
            return Optional.empty();
        }
        if (layer instanceof ActivationLayer activation) {
            return Optional.of(activation.getActivationFn());
        }
        return layer instanceof BaseLayer base ? Optional.ofNullable(base.getActivationFn()) : Optional.empty();
    }

    private static String name(IActivation function) {
        return function.getClass().getSimpleName().replace("Activation", "").toLowerCase(java.util.Locale.ROOT);
    }
}
