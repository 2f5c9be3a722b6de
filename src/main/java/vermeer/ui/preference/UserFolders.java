package vermeer.ui.preference;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the user's own files of Vermeer lie.
 *
 * @param settings holds the preferences
 * @param logs holds the log files
 * @param models holds models that were downloaded
 */
public record UserFolders(Path settings, Path logs, Path models) {

    /** The folders that the operating system's custom asks for. */
    public static UserFolders here() {
        return of(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
    }

    static UserFolders of(String system, Path home, Map<String, String> environment) {
        if (system.startsWith("Windows")) {
            Path roaming = variable(environment, "APPDATA").orElse(home.resolve("AppData/Roaming"));
            Path folder = roaming.resolve("Vermeer");
            return new UserFolders(folder, folder.resolve("logs"), folder.resolve("models"));
        }
        if (system.startsWith("Mac")) {
            Path library = home.resolve("Library");
            Path folder = library.resolve("Application Support/Vermeer");
            return new UserFolders(folder, library.resolve("Logs/Vermeer"), folder.resolve("models"));
        }
        Path config = variable(environment, "XDG_CONFIG_HOME").orElse(home.resolve(".config"));
        Path state = variable(environment, "XDG_STATE_HOME").orElse(home.resolve(".local/state"));
        Path data = variable(environment, "XDG_DATA_HOME").orElse(home.resolve(".local/share"));
        return new UserFolders(
                config.resolve("vermeer"),
                state.resolve("vermeer"),
                data.resolve("vermeer").resolve("models"));
    }

    private static Optional<Path> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }

    public Path preferences() {
        return settings.resolve("preferences.json");
    }
}
