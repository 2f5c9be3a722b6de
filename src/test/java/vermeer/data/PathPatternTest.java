package vermeer.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {

    @ParameterizedTest
    @CsvSource({
        "patient-{group}_*, sick/patient-07_left.jpg, 07",
        "{group}_*, sick/Anna_2_b.jpg, Anna",
        "{group}, a/b/site.1.jpg, site.1",
        "**/{group}/*, sick/2024-05-01/x.jpg, 2024-05-01",
        "**/day{group}/**, sick/Day3/a/b/x.jpg, 3",
        "{group}/*, clinic/x.jpg, clinic",
        "*-{group}-*.png, a-b-c.PNG, b",
        "(x){group}+?, d/(x)1+?.jpg, 1",
    })
    void findsThePlace(String pattern, String key, String group) {
        assertEquals(Optional.of(group), PathPattern.group(pattern).find(key));
    }

    @ParameterizedTest
    @CsvSource({"patient-{group}_*, sick/7.jpg", "{group}/*, a/b/c.jpg", "x{group}, a/x.jpg"})
    void elsewhereThereIsNone(String pattern, String key) {
        assertEquals(Optional.empty(), PathPattern.group(pattern).find(key));
    }

    @Test
    void aPatternHoldsItsPlaceOnce() {
        assertThrows(IllegalArgumentException.class, () -> PathPattern.group("patient-*"));
        assertThrows(IllegalArgumentException.class, () -> PathPattern.group("{group}/{group}"));
        assertThrows(IllegalArgumentException.class, () -> PathPattern.label("{group}"));
        assertThrows(IllegalArgumentException.class, () -> PathPattern.group("*********{group}"));
    }

    @Test
    void starsDoNotMakeItSlow() {
        String key = "a".repeat(120) + ".jpg";
        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> PathPattern.group("*a*a*a{group}b").find(key));
    }
}
