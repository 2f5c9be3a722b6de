package vermeer.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileJsonTest {
    private static final InputProfile OTHERWISE = InputProfile.imageNet(224, 224);

    @TempDir
    private Path folder;

    @Test
    void aWholeProfileIsRead() throws Exception {
        ProfileReading reading = parse(
                """
                {"height": 224, "width": 224, "channels": "BGR", "layout": "NHWC",
                 "resize": "shorter side to 256, centre crop 224", "interpolation": "bicubic",
                 "mean": [127, 127, 127], "std": [128, 128, 128], "output": "probabilities", "classes": "names.csv"}
                """);

        assertEquals(
                new InputProfile(
                        224,
                        224,
                        ChannelOrder.BGR,
                        Layout.NHWC,
                        new Resize.ShorterSide(256),
                        Interpolation.BICUBIC,
                        List.of(127.0, 127.0, 127.0),
                        List.of(128.0, 128.0, 128.0),
                        Output.PROBABILITIES,
                        Optional.of("names.csv")),
                reading.profile());
        assertEquals(10, reading.given().size());
    }

    @Test
    void whatIsLeftOpenComesFromElsewhere() throws Exception {
        ProfileReading reading = parse("{\"mean\": 0, \"std\": 255}");

        assertEquals(Set.of("mean", "std"), reading.given());
        assertEquals(List.of(0.0, 0.0, 0.0), reading.profile().mean());
        assertEquals(OTHERWISE.resize(), reading.profile().resize());
    }

    @Test
    void aScaleIsTurnedIntoLevels() throws Exception {
        InputProfile plain = parse("{\"scale\": 0.00392156862745098}").profile();
        InputProfile torch = parse(
                        "{\"scale\": 0.00392156862745098, \"mean\": [0.485, 0.456, 0.406], \"std\": [0.229, 0.224,"
                                + " 0.225]}")
                .profile();

        assertEquals(255, plain.std().get(0), 1e-9);
        assertEquals(0, plain.mean().get(0));
        assertEquals(123.675, torch.mean().get(0), 1e-9);
        assertEquals(57.375, torch.std().get(2), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shorter side to 256, centre crop 224",
                "shorter side to 256, longer side rounded down, centre crop 224",
                "central 87.5 % crop to 224",
                "stretch to 224",
                "fit inside 224, pad with 114"
            })
    void aRuleInWordsIsReadAndWrittenAlike(String rule) throws Exception {
        InputProfile profile = parse("{\"resize\": \"" + rule + "\"}").profile();
        Path file = folder.resolve("a.profile.json");
        ProfileJson.write(profile, file);

        assertEquals(rule, profile.resizeText());
        assertEquals(
                profile, ProfileJson.read(file, InputProfile.imageNet(1, 1)).profile());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "shorter side 256, centre crop 224; shorter side to 256, centre crop 224",
                "Shorter side to 256, center crop 224; shorter side to 256, centre crop 224",
                "squash; stretch to 224",
                "letterbox; fit inside 224, pad with 0",
                "letterbox to 224, pad 114; fit inside 224, pad with 114",
                "central 90% crop; central 90 % crop to 224"
            })
    void usualWaysToSayItAreUnderstood(String rule, String meaning) throws Exception {
        assertEquals(meaning, parse("{\"resize\": \"" + rule + "\"}").profile().resizeText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"resize\": \"magic\"}; the resize rule \"magic\" is unknown",
                "{\"resize\": \"stretch to 300\"}; the resize rule ends at 300 pixels, but the input has 224 x 224",
                "{\"resize\": \"central 0 % crop\"}; the central crop must be above 0",
                "{\"interpolation\": \"area\"}; the interpolation \"area\" is unknown; known are [nearest, bilinear,",
                "{\"channels\": \"CMYK\"}; the channels \"CMYK\" is unknown; known are [rgb, bgr, grey]",
                "{\"mean\": [1, 2]}; the mean must have 3 value(s) for RGB",
                "{\"std\": [1, 0, 1]}; the std must be numbers, not 0",
                "{\"height\": 224.5}; \"height\" is not a whole number",
                "{\"height\": 99999}; the height must be 1 to 8192 pixels, not 99999",
                "{\"output\": \"boxes\"}; the output \"boxes\" is unknown",
                "{\"mean\": \"zero\"}; \"mean\" is not a list of numbers",
                "{\"mean\": []}; the mean must have 3 value(s) for RGB",
                "[]; it is not a JSON object",
                "{; it is not JSON"
            })
    void whatIsUnknownIsNamed(String json, String clause) {
        ProfileException refusal = assertThrows(ProfileException.class, () -> parse(json));

        assertTrue(refusal.getMessage().startsWith("The profile test cannot be used: " + clause), refusal.getMessage());
        assertTrue(refusal.getMessage().endsWith("; correct that field or remove the file."), refusal.getMessage());
    }

    private static ProfileReading parse(String json) throws ProfileException {
        return ProfileJson.parse(json, "test", OTHERWISE);
    }
}
