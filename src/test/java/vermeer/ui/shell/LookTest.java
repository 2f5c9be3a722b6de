package vermeer.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.css.CssParser;
import javafx.css.Declaration;
import javafx.css.ParsedValue;
import javafx.css.Rule;
import javafx.css.Stylesheet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vermeer.ui.preference.ThemeChoice;

class LookTest {

    /** Fails when AtlantaFX changes; {@link #main} then writes the binary forms anew. */
    @ParameterizedTest
    @EnumSource
    void shippedThemeHasTheRulesOfTheLibrarys(ThemeChoice choice) throws IOException {
        List<Rule> library = new CssParser()
                .parse(LookTest.class.getResource(theme(choice).getUserAgentStylesheet()))
                .getRules();
        List<Rule> shipped = Stylesheet.loadBinary(LookTest.class.getResource(Look.path(choice)))
                .getRules();
        assertTrue(library.size() > 500);
        assertEquals(library.size(), shipped.size());
        for (int i = 0; i < library.size(); i++) {
            assertEquals(library.get(i).getSelectors(), shipped.get(i).getSelectors());
            assertSame(library.get(i).getDeclarations(), shipped.get(i).getDeclarations());
        }
    }

    private static void assertSame(List<Declaration> library, List<Declaration> shipped) {
        assertEquals(library.size(), shipped.size());
        for (int i = 0; i < library.size(); i++) {
            assertEquals(library.get(i).getProperty(), shipped.get(i).getProperty());
            assertTrue(
                    same(library.get(i).getParsedValue(), shipped.get(i).getParsedValue()),
                    library.get(i).toString());
        }
    }

    private static boolean same(Object one, Object other) {
        if (one instanceof ParsedValue<?, ?> value && other instanceof ParsedValue<?, ?> otherValue) {
            return same(value.getValue(), otherValue.getValue());
        }
        if (one instanceof Object[] values && other instanceof Object[] others) {
            return values.length == others.length
                    && IntStream.range(0, values.length).allMatch(i -> same(values[i], others[i]));
        }
        // beside the data of an image stands the address of its sheet
        boolean sheets =
                String.valueOf(one).endsWith(".css") && String.valueOf(other).endsWith(".bss");
        return sheets || Objects.equals(one, other);
    }

    private static Theme theme(ThemeChoice choice) {
        return choice == ThemeChoice.DARK ? new PrimerDark() : new PrimerLight();
    }

    private static byte[] compile(ThemeChoice choice) throws IOException {
        Path text = Files.createTempFile("theme", ".css");
        Path binary = Files.createTempFile("theme", ".bss");
        try (InputStream source =
                LookTest.class.getResourceAsStream(theme(choice).getUserAgentStylesheet())) {
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
