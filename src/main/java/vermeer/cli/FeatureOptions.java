package vermeer.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import vermeer.dream.Dream;
import vermeer.dream.Feature;
import vermeer.dream.Needs;
import vermeer.engine.EngineException;
import vermeer.image.Picture;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Layer;
import vermeer.model.OpenModel;

/** What in a network a dream is made for. */
final class FeatureOptions {
    @Option(
            names = "--target",
            paramLabel = "INDEX|NAME",
            description = "A class, by index or name; without it and without a layer, the picture's predicted class.")
    private String target;

    @Option(
            names = "--layer",
            paramLabel = "NAME",
            description =
                    "A layer, by its value's name or a part of it that only one has; 'vermeer network' lists them.")
    private String layer;

    @Option(names = "--channel", paramLabel = "N", description = "A channel of the layer, counted from 0.")
    private Integer channel;

    @Option(
            names = "--neuron",
            split = ",",
            arity = "1",
            paramLabel = "ROW,COLUMN",
            description = "One place of the channel, counted from 0.")
    private List<Integer> neuron = List.of();

    /** Refuses options that do not fit each other. */
    void check(Dream dream, CommandSpec command) {
        if (target != null && layer != null) {
            throw wrong(command, "Give either --target or --layer, not both.");
        }
        boolean unit = channel != null || !neuron.isEmpty();
        if (target != null && unit) {
            throw wrong(command, "--channel and --neuron are a layer's; a --target has none.");
        }
        if (!neuron.isEmpty() && (channel == null || neuron.size() != 2)) {
            throw wrong(command, "--neuron takes a row and a column of a --channel, such as 7,7.");
        }
        Needs needs = dream.needs();
        boolean fits = target != null ? needs.logit() : unit ? needs.unit() : layer == null || needs.layer();
        if (!fits) {
            throw wrong(command, dream.title() + " is made for " + needs.choices() + ".");
        }
    }

    /** The feature that the options name; without them the predicted class, or the layer that the method chooses. */
    Feature of(Dream dream, OpenModel model, Optional<Picture> start, CommandSpec command, Progress progress)
            throws EngineException, CancelledException {
        boolean named = layer != null || channel != null;
        if (named || target == null && dream.needs().layer()) {
            Layer found = layer == null ? automatic(dream, model, command) : LayerChoice.of(layer, model, command);
            return unit(found, command);
        }
        if (target != null) {
            int index = ClassChoice.of(target, model, command).orElseThrow();
            return new Feature.Logit(index, model.classNames().get(index));
        }
        if (start.isEmpty()) {
            throw wrong(
                    command,
                    dream.title() + " needs to know what for: " + dream.needs().choices() + ".");
        }
        Answer.Score best = Answer.of(model, model.preprocessing().input(start.get()), progress)
                .best();
        return new Feature.Logit(best.index(), best.name());
    }

    private Feature unit(Layer found, CommandSpec command) {
        try {
            if (channel == null) {
                return new Feature.WholeLayer(found);
            }
            return neuron.isEmpty()
                    ? new Feature.Channel(found, channel)
                    : new Feature.Neuron(found, channel, neuron.get(0), neuron.get(1));
        } catch (IllegalArgumentException outside) {
            throw wrong(command, outside.getMessage());
        }
    }

    private static Layer automatic(Dream dream, OpenModel model, CommandSpec command) {
        return dream.layer(model).orElseThrow(() -> wrong(command, "The network has no layer to choose from."));
    }

    private static ParameterException wrong(CommandSpec command, String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
