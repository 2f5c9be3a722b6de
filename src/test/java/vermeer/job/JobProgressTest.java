package vermeer.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobProgressTest {

    @Test
    void timeLeftFollowsThePaceSoFar() {
        JobProgress progress = new JobProgress(25, 100, Duration.ofSeconds(2));
        assertEquals(Optional.of(0.25), progress.share());
        assertEquals(Optional.of(Duration.ofSeconds(6)), progress.timeLeft());
    }

    @Test
    void nothingIsForetoldTooEarlyOrWithoutATotal() {
        assertTrue(new JobProgress(1, 100, Duration.ofMillis(5)).timeLeft().isEmpty());
        assertTrue(new JobProgress(10, 0, Duration.ofSeconds(5)).timeLeft().isEmpty());
        assertTrue(JobProgress.NONE.share().isEmpty());
    }
}
