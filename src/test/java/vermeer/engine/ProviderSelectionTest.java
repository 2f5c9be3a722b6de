package vermeer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProviderSelectionTest {

    @Test
    void whereTheCpuIsUsedASentenceSaysWhy() throws Exception {
        try (Engine engine = Engine.start(Set.of(Provider.CPU))) {
            ProviderChoice choice = engine.provider();
            assertEquals(Provider.CPU, choice.provider());
            assertTrue(choice.threads() >= 1);
            String why = choice.whyNotBetter().orElseThrow();
            assertTrue(why.endsWith("."), why);
            assertEquals(1, why.lines().count());
        }
    }

    @Test
    void theStatusBarCountsThreads() {
        assertEquals("CPU, 1 thread", new ProviderChoice(Provider.CPU, 1, Optional.empty()).describe());
        assertEquals("CPU, 4 threads", new ProviderChoice(Provider.CPU, 4, Optional.empty()).describe());
        assertEquals("NVIDIA GPU (CUDA)", new ProviderChoice(Provider.CUDA, 4, Optional.empty()).describe());
    }
}
