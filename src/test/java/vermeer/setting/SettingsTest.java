package vermeer.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    enum Fill {
        ZERO,
        LIGHT_GREY
    }

    record Brush(
            @Range(min = 1, max = 512) @Help(value = "The edge of the square.", unit = "px") int squareSize,
            @Range(min = 0, max = 1) @Help("How strong.") double strength,
            @Help("What it paints.") Fill fill,
            boolean round,
            long seed,
            String layer) {
        Brush() {
            this(32, 0.5, Fill.ZERO, true, 7, "automatic");
        }

        Brush {
            if (layer.isEmpty()) {
                throw new IllegalArgumentException("The layer needs a name.");
            }
        }
    }

    record Plain() {}

    @Test
    void describesEachComponentInOrder() {
        List<Setting> settings = Settings.of(new Brush());
        assertEquals(
                List.of("square-size", "strength", "fill", "round", "seed", "layer"),
                settings.stream().map(Setting::name).toList());
        assertEquals(
                new Setting("square-size", new Kind.Whole(1, 512), "px", "The edge of the square.", "32"),
                settings.get(0));
        assertEquals(new Kind.Real(0, 1), settings.get(1).kind());
        assertEquals(
                new Kind.Choice(List.of("zero", "light-grey")), settings.get(2).kind());
        assertEquals(new Kind.Flag(), settings.get(3).kind());
        assertEquals("any whole number", settings.get(4).allowed());
        assertEquals("Square size", settings.get(0).label());
    }

    @Test
    void defaultsComeFromTheEmptyConstructorNotFromTheRecordAtHand() {
        Brush other = new Brush(1, 0, Fill.LIGHT_GREY, false, 1, "x");
        assertEquals("32", Settings.of(other).get(0).initial());
    }

    @Test
    void changesOnlyWhatIsNamed() throws SettingException {
        Brush changed = Settings.apply(
                new Brush(), Map.of("square-size", "64", "fill", "LIGHT_GREY", "round", "off", "strength", "1e-2"));
        assertEquals(new Brush(64, 0.01, Fill.LIGHT_GREY, false, 7, "automatic"), changed);
    }

    @Test
    void understandsJavaNames() throws SettingException {
        assertEquals(9, Settings.apply(new Brush(), Map.of("squareSize", "9")).squareSize());
    }

    @Test
    void textsLeadBackToTheSameRecord() throws SettingException {
        Brush brush = new Brush(3, 0.1 + 0.2, Fill.LIGHT_GREY, false, Long.MIN_VALUE, "conv 1=x");
        assertEquals(brush, Settings.apply(new Brush(), Settings.texts(brush)));
    }

    @Test
    void oneLineForPeopleHasWordsInsteadOfHyphens() {
        String line = Settings.line(new Brush());
        Settings.texts(new Brush()).forEach((name, text) -> {
            assertTrue(line.contains(name.replace('-', ' ') + " " + text), line);
            assertFalse(name.contains("-") && line.contains(name), line);
        });
    }

    @Test
    void valuesKeepTheirTypesForFiles() {
        assertEquals(
                "{square-size=32, strength=0.5, fill=zero, round=true, seed=7, layer=automatic}",
                "" + Settings.values(new Brush()));
        assertEquals(32, Settings.values(new Brush()).get("square-size"));
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        assertEquals(
                "There is no setting 'size'; known are square-size, strength, fill, round, seed, layer.",
                refusal("size", "3"));
        SettingException none =
                assertThrows(SettingException.class, () -> Settings.apply(new Plain(), Map.of("a", "b")));
        assertEquals("There is no setting 'a'; there are none.", none.getMessage());
    }

    @Test
    void aValueOutOfRangeIsAnsweredWithRangeAndUnit() {
        assertEquals(
                "The setting 'square-size' takes a whole number from 1 to 512 px, not '513'.",
                refusal("square-size", "513"));
        assertEquals(
                "The setting 'square-size' takes a whole number from 1 to 512 px, not '3.5'.",
                refusal("square-size", "3.5"));
        assertEquals("The setting 'strength' takes a number from 0 to 1, not 'NaN'.", refusal("strength", "NaN"));
        assertEquals(
                "The setting 'strength' takes a number from 0 to 1, not '1e999999'.", refusal("strength", "1e999999"));
        assertEquals("The setting 'fill' takes zero or light-grey, not 'blue'.", refusal("fill", "blue"));
        assertEquals("The setting 'round' takes true or false, not '2'.", refusal("round", "2"));
    }

    @Test
    void whatTheRecordRefusesIsSaid() {
        assertEquals("The layer needs a name.", refusal("layer", ""));
    }

    private static String refusal(String name, String text) {
        return assertThrows(SettingException.class, () -> Settings.apply(new Brush(), Map.of(name, text)))
                .getMessage();
    }
}
