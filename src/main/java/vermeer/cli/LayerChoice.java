package vermeer.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import vermeer.model.Layer;
import vermeer.model.OpenModel;

/** Finds the layer that a user means. */
final class LayerChoice {
    private static final int NAMES_IN_MESSAGES = 5;

    private LayerChoice() {}

    /** @param name a value's name, or a part of it that only one layer has */
    static Layer of(String name, OpenModel model, CommandSpec command) {
        List<Layer> all = model.activations().layers();
        List<Layer> found =
                all.stream().filter(each -> each.value().equals(name)).toList();
        if (found.isEmpty()) {
            found = all.stream().filter(each -> each.value().contains(name)).toList();
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(),
                    "The network has no layer '" + name + "'; 'vermeer network' lists its layers.");
        }
        List<String> some =
                found.stream().limit(NAMES_IN_MESSAGES).map(Layer::value).toList();
        throw new ParameterException(
                command.commandLine(),
                "'" + name + "' is a part of " + found.size() + " layers' names, such as " + String.join(", ", some)
                        + "; give one whole.");
    }
}
