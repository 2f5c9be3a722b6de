package vermeer.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.AttributionMethods;

/** Finds the method that a user names, with the settings that the user changes. */
record MethodChoice(CommandSpec command) {

    /**
     * The method with its settings.
     *
     * @param changes of the form KEY=VALUE
     * @throws ParameterException where there is no such method or setting
     */
    AttributionMethod method(String name, List<String> changes) {
        AttributionMethod method = AttributionMethods.named(name)
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(),
                        "There is no method '" + name + "'; known are "
                                + AttributionMethods.all().stream()
                                        .map(AttributionMethod::name)
                                        .collect(Collectors.joining(", "))
                                + "."));
        return new SettingOptions(command).apply(method, method.title(), changes);
    }
}
