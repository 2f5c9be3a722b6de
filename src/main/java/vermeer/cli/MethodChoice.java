package vermeer.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.AttributionMethods;
import vermeer.setting.SettingException;
import vermeer.setting.Settings;

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
