package vermeer.ui.method;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import vermeer.attribution.AttributionMethods;
import vermeer.attribution.GradCam;

class MethodGroupTest {

    @Test
    void everyMethodOfTheCommonGroupIsThere() {
        assertEquals(
                5,
                AttributionMethods.all().stream()
                        .filter(method -> MethodGroup.of(method) == MethodGroup.COMMON)
                        .count());
        assertEquals(MethodGroup.COMMON, MethodGroup.of(new GradCam()));
    }

    @Test
    void theOthersStandByWhatTheyAreMadeOf() {
        assertEquals(MethodGroup.PERTURBATION, groupOf("rise"));
        assertEquals(MethodGroup.CLASS_ACTIVATION, groupOf("eigen-cam"));
        assertEquals(MethodGroup.GRADIENT, groupOf("guided-backprop"));
    }

    private static MethodGroup groupOf(String name) {
        return MethodGroup.of(AttributionMethods.named(name).orElseThrow());
    }
}
