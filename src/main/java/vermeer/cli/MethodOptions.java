package vermeer.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.AttributionMethods;
import vermeer.setting.SettingException;
import vermeer.setting.Settings;

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
        AttributionMethod method = AttributionMethods.named(name)
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(),
                        "There is no method '" + name + "'; known are "
                                + AttributionMethods.all().stream()
                                        .map(AttributionMethod::name)
                                        .collect(Collectors.joining(", "))
                                + "."));
        Map<String, String> settings = new LinkedHashMap<>();
        for (String change : changes) {
            int equals = change.indexOf('=');
            if (equals < 1) {
                throw new ParameterException(
                        command.commandLine(), "--set takes a setting and its value, KEY=VALUE, not '" + change + "'.");
            }
            settings.put(change.substring(0, equals), change.substring(equals + 1));
        }
        try {
            return Settings.apply(method, settings);
        } catch (SettingException refused) {
            throw new ParameterException(command.commandLine(), method.title() + ": " + refused.getMessage());
        }
    }
}
