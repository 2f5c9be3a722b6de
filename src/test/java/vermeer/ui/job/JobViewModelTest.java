package vermeer.ui.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vermeer.job.Job;
import vermeer.job.JobProgress;
import vermeer.job.JobState;

class JobViewModelTest {
    private final JobViewModel model = new JobViewModel();

    @Test
    void jobThatSaysHowFarItIsGoesBeforeOthers() {
        Fake occlusion = new Fake("Occlusion", new JobProgress(30, 100, Duration.ofSeconds(3)));
        Fake thumbnail = new Fake("Thumbnail", JobProgress.NONE);
        model.changed(occlusion);
        model.changed(thumbnail);
        assertEquals("Occlusion", model.titleProperty().get());
        assertEquals(0.3, model.shareProperty().get());
        assertEquals("7 s left", model.timeLeftProperty().get());
    }

    @Test
    void cancelStopsWhatIsShownAndTheBarBecomesEmpty() {
        Fake job = new Fake("Occlusion", JobProgress.NONE);
        model.changed(job);
        assertTrue(model.busyProperty().get());
        model.cancel();
        model.changed(job);
        assertFalse(model.busyProperty().get());
        assertEquals(-1, model.shareProperty().get());
    }

    @Test
    void timeLeftIsWrittenAsPeopleSayIt() {
        assertEquals("1 s left", JobViewModel.text(Duration.ofMillis(90)));
        assertEquals("2 min 5 s left", JobViewModel.text(Duration.ofSeconds(125)));
        assertEquals("1 h 1 min left", JobViewModel.text(Duration.ofMinutes(61)));
    }

    private static final class Fake implements Job {
        private final String title;
        private final JobProgress progress;
        private JobState state = JobState.RUNNING;

        Fake(String title, JobProgress progress) {
            this.title = title;
            this.progress = progress;
        }

        @Override
        public String title() {
            return title;
        }

        @Override
        public JobState state() {
            return state;
        }

        @Override
        public JobProgress progress() {
            return progress;
        }

        @Override
        public void cancel() {
            state = JobState.CANCELLED;
        }
    }
}
