package vermeer.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.css.Stylesheet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vermeer.ui.preference.ThemeChoice;

class LookTest {

    /** Fails when AtlantaFX or JavaFX changes; {@link #main} then writes the binary forms anew. */
    @ParameterizedTest
    @EnumSource
    void shippedThemeIsThatOfTheLibrary(ThemeChoice choice) throws IOException {
        try (InputStream shipped = Look.class.getResourceAsStream(Look.path(choice))) {
            String bytes = withoutPlace(shipped.readAllBytes());
            assertTrue(bytes.length() > 100_000);
            assertEquals(withoutPlace(compile(choice)), bytes);
        }
    }

    /** The binary form names the file that it was made from, after two bytes of length. */
    private static String withoutPlace(byte[] binary) {
        return new String(binary, StandardCharsets.ISO_8859_1).replaceAll("(?s)..file:[ -~]*?theme\\d+\\.css", "");
    }

    private static byte[] compile(ThemeChoice choice) throws IOException {
        Theme theme = choice == ThemeChoice.DARK ? new PrimerDark() : new PrimerLight();
        Path text = Files.createTempFile("theme", ".css");
        Path binary = Files.createTempFile("theme", ".bss");
        try (InputStream source = LookTest.class.getResourceAsStream(theme.getUserAgentStylesheet())) {
            Files.write(text, source.readAllBytes());
            Stylesheet.convertToBinary(text.toFile(), binary.toFile());
            return Files.readAllBytes(binary);
        } finally {
            Files.delete(text);
            Files.delete(binary);
        }
    }

    /** Writes the binary forms into the sources. */
    public static void main(String[] arguments) throws IOException {
        for (ThemeChoice choice : ThemeChoice.values()) {
            Files.write(Path.of("src/main/resources" + Look.path(choice)), compile(choice));
        }
    }
}
