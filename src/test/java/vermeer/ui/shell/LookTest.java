package vermeer.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.css.CompoundSelector;
import javafx.css.CssParser;
import javafx.css.Declaration;
import javafx.css.ParsedValue;
import javafx.css.Rule;
import javafx.css.Selector;
import javafx.css.SimpleSelector;
import javafx.css.Stylesheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vermeer.ui.preference.ThemeChoice;

class LookTest {
    /**
     * Style classes, or the beginnings of their names, of controls that Vermeer has none of. Their rules are left out of the
     * shipped forms: JavaFX compares every node with the rules of every control, and half of them are these.
     */
    private static final Set<String> LEFT_OUT = Set.of(
            "accordion",
            "breadcrumbs",
            "calendar",
            "card",
            "chart-area",
            "chart-bar",
            "chart-bubble",
            "chart-pie",
            "chart-series-area",
            "color",
            "column-header",
            "custom-color",
            "date-picker",
            "deck-pane",
            "dialog-pane",
            "html-editor",
            "input-group",
            "message",
            "modal",
            "month-year",
            "pagination",
            "progress-slider",
            "ring-progress-indicator",
            "split-menu-button",
            "tab",
            "tile",
            "toggle-switch",
            "tool-bar",
            "tree",
            "web-view");

    private static final Pattern CLASS = Pattern.compile("\\.([a-z][a-z0-9-]*)");
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");

    /** Fails when a control is used whose rules are left out. */
    @Test
    void themeLeavesOutOnlyControlsThatVermeerHasNoneOf() throws IOException {
        Pattern controls =
                Pattern.compile("import (?:javafx\\.scene\\.control|javafx\\.scene\\.chart|javafx\\.scene\\.web"
                        + "|atlantafx\\.base\\.controls)\\.(Accordion|Alert|AreaChart|BarChart|Breadcrumbs|BubbleChart|Calendar|Card"
                        + "|ColorPicker|DatePicker|DeckPane|Dialog\\w*|HTMLEditor|InputGroup|Message|ModalPane|Pagination|PieChart"
                        + "|ProgressSliderSkin|RingProgressIndicator|SplitMenuButton|StackedBarChart|Tab|TabPane|Tile|ToggleSwitch|ToolBar"
                        + "|Tree\\w*|WebView);");
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/vermeer/ui"))) {
            for (Path source :
                    sources.filter(each -> each.toString().endsWith(".java")).toList()) {
                Matcher used = controls.matcher(Files.readString(source));
                assertFalse(
                        used.find(), () -> source + " uses " + used.group(1) + ", whose rules the theme leaves out");
            }
        }
    }

    /** Fails when AtlantaFX changes; {@link #main} then writes the binary forms anew. */
    @ParameterizedTest
    @EnumSource
    void shippedThemeHasTheRulesOfTheLibrarys(ThemeChoice choice) throws IOException {
        List<Rule> library = new CssParser()
                .parse(LookTest.class.getResource(theme(choice).getUserAgentStylesheet()))
                .getRules();
        List<Rule> shipped = Stylesheet.loadBinary(LookTest.class.getResource(Look.path(choice)))
                .getRules();
        List<Rule> wanted = library.stream()
                .filter(rule -> rule.getSelectors().stream().anyMatch(LookTest::used))
                .toList();
        assertTrue(wanted.size() > 200 && wanted.size() < library.size() * 0.7, wanted.size() + " rules");
        assertEquals(wanted.size(), shipped.size());
        for (int i = 0; i < wanted.size(); i++) {
            assertEquals(
                    wanted.get(i).getSelectors().stream().filter(LookTest::used).toList(),
                    shipped.get(i).getSelectors());
            assertSame(wanted.get(i).getDeclarations(), shipped.get(i).getDeclarations());
        }
    }

    private static boolean used(Selector selector) {
        List<SimpleSelector> parts = selector instanceof CompoundSelector compound
                ? compound.getSelectors()
                : List.of((SimpleSelector) selector);
        return parts.stream().flatMap(part -> part.getStyleClasses().stream()).noneMatch(LookTest::leftOut);
    }

    private static boolean leftOut(String styleClass) {
        return LEFT_OUT.stream().anyMatch(name -> styleClass.equals(name) || styleClass.startsWith(name + "-"));
    }

    /** A style sheet without the selectors of what is left out, and without the rules that have no other. */
    private static String trimmed(String sheet) {
        String bare = sheet.replaceAll("(?s)/\\*.*?\\*/", "");
        StringBuilder kept = new StringBuilder();
        for (Matcher rule = RULE.matcher(bare); rule.find(); ) {
            String selectors = Arrays.stream(rule.group(1).split(","))
                    .filter(selector -> CLASS.matcher(selector).results().noneMatch(found -> leftOut(found.group(1))))
                    .collect(Collectors.joining(","));
            if (!selectors.isBlank()) {
                kept.append(selectors).append('{').append(rule.group(2)).append("}\n");
            }
        }
        return kept.toString();
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
            Files.writeString(text, trimmed(new String(source.readAllBytes(), StandardCharsets.UTF_8)));
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
