package vermeer.cache;

import java.nio.file.Path;
import java.util.Map;

/** Where the operating system's custom puts what a program can compute again. */
public final class CacheFolder {
    private CacheFolder() {}

    /** Vermeer's cache folder for this user. */
    public static Path here() {
        return of(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
    }

    static Path of(String system, Path home, Map<String, String> environment) {
        if (system.startsWith("Windows")) {
            return variable(environment, "LOCALAPPDATA", home.resolve("AppData/Local"))
                    .resolve("Vermeer")
                    .resolve("cache");
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library/Caches/Vermeer");
        }
        return variable(environment, "XDG_CACHE_HOME", home.resolve(".cache")).resolve("vermeer");
    }

    private static Path variable(Map<String, String> environment, String name, Path otherwise) {
        String value = environment.get(name);
        return value == null || value.isBlank() || !Path.of(value).isAbsolute() ? otherwise : Path.of(value);
    }
}
