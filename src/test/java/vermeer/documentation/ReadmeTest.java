package vermeer.documentation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.AttributionMethods;
import vermeer.trust.TrustMeasure;
import vermeer.trust.TrustMeasures;

/** What the README promises is there. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");

    @Test
    void everyMethodAndMeasureIsListed() throws Exception {
        String readme = Files.readString(README);
        for (AttributionMethod method : AttributionMethods.all()) {
            assertTrue(readme.contains("| `" + method.name() + "` |"), method.name() + " is not in the README's table");
        }
        for (TrustMeasure measure : TrustMeasures.all()) {
            assertTrue(
                    readme.toLowerCase(Locale.ROOT).contains(measure.name()), measure.name() + " is not in the README");
        }
    }

    @Test
    void everyLinkedFileExists() throws Exception {
        Matcher link = Pattern.compile("\\]\\((?!https?:)([^)#]+)").matcher(Files.readString(README));
        int links = 0;
        while (link.find()) {
            links++;
            assertTrue(Files.exists(Path.of(link.group(1))), link.group(1) + " does not exist");
        }
        assertFalse(links == 0);
    }
}
