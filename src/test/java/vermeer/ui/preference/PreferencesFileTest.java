package vermeer.ui.preference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesFileTest {
    @TempDir
    Path home;

    @Test
    void whatIsSavedIsLoaded() throws IOException {
        PreferencesFile file = new PreferencesFile(home.resolve("new/preferences.json"));
        Preferences saved = Preferences.initial()
                .withTheme(ThemeChoice.DARK)
                .withRecentModel("/models/a.onnx")
                .withOverlay(0.25, "CIVIDIS", "");
        file.save(saved);
        assertEquals(saved, file.load());
        try (Stream<Path> left = Files.list(home.resolve("new"))) {
            assertEquals(1, left.count(), "no temporary file is left");
        }
    }

    @Test
    void damagedFileIsSetAsideAndNotLost() throws IOException {
        Path path = home.resolve("preferences.json");
        Files.writeString(path, "{ half a fi");
        assertEquals(Preferences.initial(), new PreferencesFile(path).load());
        assertFalse(Files.exists(path));
        assertEquals("{ half a fi", Files.readString(home.resolve("preferences.json.unreadable")));
    }

    @Test
    void impossibleValuesAndThoseOfOtherVersionsAreReplaced() throws IOException {
        Path path = home.resolve("preferences.json");
        Files.writeString(path, "{\"opacity\": 7, \"width\": -3, \"theme\": null, \"from\": \"the future\"}");
        assertEquals(Preferences.initial(), new PreferencesFile(path).load());
    }

    @Test
    void recentFilesAreYoungestFirstWithoutRepetitionAndFew() {
        Preferences preferences = Preferences.initial();
        for (int i = 0; i < 30; i++) {
            preferences = preferences.withRecentPicture("p" + i % 12);
        }
        assertEquals(Preferences.RECENT, preferences.recentPictures().size());
        assertEquals(List.of("p5", "p4", "p3"), preferences.recentPictures().subList(0, 3));
    }

    @Test
    void foldersFollowTheSystemsCustom() {
        Path home = Path.of("/home/vera");
        assertTrue(UserFolders.of("Linux", home, Map.of()).settings().endsWith(".config/vermeer"));
        assertEquals(
                Path.of("/x/vermeer"),
                UserFolders.of("Linux", home, Map.of("XDG_CONFIG_HOME", "/x")).settings());
        assertTrue(UserFolders.of("Mac OS X", home, Map.of()).logs().endsWith("Library/Logs/Vermeer"));
        assertTrue(UserFolders.of("Windows 11", home, Map.of()).settings().endsWith("AppData/Roaming/Vermeer"));
    }
}
