package vermeer.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import vermeer.attribution.AttributionMethod;

/** Which method explains, with which settings. */
final class MethodOptions {
    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--method",
            required = true,
            paramLabel = "NAME",
            description = "The method; see 'vermeer methods'.")
    private String name;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting of the method; may be repeated. 'vermeer methods' lists them.")
    private List<String> changes = List.of();

    /** The method with its settings. */
    AttributionMethod method() {
        return new MethodChoice(command).method(name, changes);
    }
}
