package vermeer.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.AttributionMethods;

/** Which method explains, with which settings. */
final class MethodOptions {
    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--method",
            required = true,
            paramLabel = "NAME",
            description = "The method; see 'vermeer methods'. 'all' takes every method that can explain the model.")
    private String name;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting of the method; may be repeated. 'vermeer methods' lists them.")
    private List<String> changes = List.of();

    /** The methods with their settings: the one that is named, or all of them with their defaults. */
    List<AttributionMethod> methods() {
        if (!all()) {
            return List.of(new MethodChoice(command).method(name, changes));
        }
        if (!changes.isEmpty()) {
            throw new ParameterException(command.commandLine(), "--set needs one method, not all of them.");
        }
        return AttributionMethods.all();
    }

    /** Whether every method is meant that can explain the model. */
    boolean all() {
        return name.equals("all");
    }
}
