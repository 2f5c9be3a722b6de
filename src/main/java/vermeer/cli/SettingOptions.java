package vermeer.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import vermeer.setting.SettingException;
import vermeer.setting.Settings;

/** Settings that a user changes with {@code --set KEY=VALUE}. */
record SettingOptions(CommandSpec command) {

    /**
     * The record with these settings changed.
     *
     * @param title the record's name in messages
     * @param changes of the form KEY=VALUE
     * @throws ParameterException where there is no such setting, or it cannot have this value
     */
    <T> T apply(T record, String title, List<String> changes) {
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
            return Settings.apply(record, settings);
        } catch (SettingException refused) {
            throw new ParameterException(command.commandLine(), title + ": " + refused.getMessage());
        }
    }
}
