package vermeer.cli;

import java.util.Map;

/** Whether a window can be shown. */
final class Display {
    private Display() {}

    /** Windows and macOS always have a display; elsewhere the environment names one. */
    static boolean present() {
        return present(System.getProperty("os.name"), System.getenv());
    }

    static boolean present(String system, Map<String, String> environment) {
        return system.startsWith("Windows")
                || system.startsWith("Mac")
                || !environment.getOrDefault("DISPLAY", "").isBlank()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
    }
}
