package vermeer.ui.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.job.DirectJobRunner;
import vermeer.job.Job;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.report.Judgement;
import vermeer.trust.Control;
import vermeer.trust.Insertion;
import vermeer.ui.Pictures;
import vermeer.ui.ToyServices;
import vermeer.ui.job.JobViewModel;
import vermeer.ui.workbench.Workbench;

/** The workspace without its nodes, on a network whose evidence is known. */
class TrustTest {
    @TempDir
    Path home;

    private final Patient runner = new Patient();
    private Workbench workbench;
    private Trust trust;

    @BeforeEach
    void explain() throws IOException {
        workbench = new Workbench(ToyServices.in(home, List.of()), runner, new JobViewModel());
        trust = workbench.trust();
        Path picture = Pictures.write(Pictures.redAndBlueSquare(), home.resolve("red and blue.png"));
        workbench.opening().onFiles(List.of(picture, home.resolve("net.onnx")));
    }

    @Test
    void everyMeasureJudgesTheMapBesideTheControls() {
        workbench.method().choose("gradient-x-input");
        trust.measures().measure();
        for (MeasureRow row : trust.measures().rows()) {
            Judgement judgement = row.judgementProperty().get();
            assertNotNull(
                    judgement, row.measure().name() + ": " + row.stateProperty().get());
            assertEquals(
                    Control.values().length,
                    judgement.controls().size(),
                    row.measure().name());
        }
        assertEquals(Judgement.Standing.BETTER, standing("deletion"), "the evidence is planted where the map is");
        assertEquals(Judgement.Standing.OPEN, standing("sparseness"));
        assertFalse(trust.measures().busyProperty().get());
    }

    @Test
    void whatWasMeasuredIsShownAgainAndNotMeasuredTwice() {
        workbench.method().choose("gradient-x-input");
        trust.measures().measure();
        int jobs = runner.direct.jobs().size();
        workbench.method().choose("grad-cam");
        assertNull(trust.measures().rows().get(0).judgementProperty().get());
        workbench.method().choose("gradient-x-input");
        assertNotNull(trust.measures().rows().get(0).judgementProperty().get());
        int before = runner.direct.jobs().size();
        trust.measures().measure();
        assertEquals(before, runner.direct.jobs().size(), "nothing is left to ask; " + jobs);
    }

    @Test
    void stoppingKeepsWhatWasFoundAndForgetsTheRest() {
        workbench.method().choose("grad-cam");
        runner.hold = true;
        trust.measures().measure();
        runner.next();
        assertTrue(trust.measures().busyProperty().get());
        assertEquals("waiting", trust.measures().rows().get(6).stateProperty().get());
        trust.measures().cancel();
        assertFalse(trust.measures().busyProperty().get());
        assertNotNull(trust.measures().rows().get(0).judgementProperty().get());
        assertEquals("", trust.measures().rows().get(1).stateProperty().get());
        runner.next();
        assertNull(trust.measures().rows().get(1).judgementProperty().get());
    }

    @Test
    void aNetworkWhoseWeightsAreOutOfReachIsSaidToBeUntestable() {
        workbench.method().choose("grad-cam");
        assertFalse(trust.randomisation().available());
        assertEquals(
                "This network's weights cannot be randomised.",
                trust.randomisation().sentenceProperty().get());
    }

    @Test
    void methodsAreRankedWithTheControlsAmongThemAndTheirMapsOpen() {
        trust.ranking().measureProperty().set(new Insertion());
        trust.ranking().start();
        List<RankedRow> rows = trust.ranking().rows();
        assertEquals(4 + Control.values().length, rows.size());
        for (int i = 1; i < rows.size(); i++) {
            assertTrue(
                    rows.get(i - 1).reading().value() >= rows.get(i).reading().value(), "higher insertion comes first");
        }
        assertEquals(4, trust.ranking().agreementProperty().get().titles().size());
        assertTrue(trust.ranking().stateProperty().get().endsWith("better than every control by Insertion."));
        RankedRow best = rows.stream().filter(row -> !row.control()).findFirst().orElseThrow();
        trust.ranking().open(best);
        assertEquals(
                best.method().orElseThrow(),
                workbench.investigation().mapProperty().get().method());
        assertEquals(
                best.reading(),
                trust.measures().rows().get(1).judgementProperty().get().reading());
    }

    @Test
    void onlyTickedMethodsAreRankedAndAnotherClassBeginsAnew() {
        trust.ranking().choose(tick -> tick.method().name().contains("grad"));
        trust.ranking().choose(tick -> tick.quick() && tick.method().name().contains("cam"));
        trust.ranking().start();
        assertEquals(1 + Control.values().length, trust.ranking().rows().size());
        assertNull(trust.ranking().agreementProperty().get(), "one map has nothing to agree with");
        workbench.prediction().chooseRank(2);
        assertTrue(trust.ranking().rows().isEmpty());
        trust.ranking().choose(tick -> false);
        trust.ranking().start();
        assertEquals("Tick a method first.", trust.ranking().stateProperty().get());
    }

    private Judgement.Standing standing(String measure) {
        return trust.measures().rows().stream()
                .filter(row -> row.measure().name().equals(measure))
                .findFirst()
                .orElseThrow()
                .judgementProperty()
                .get()
                .standing();
    }

    /** Runs jobs at once, or when it is told to. */
    private static final class Patient implements JobRunner {
        private final DirectJobRunner direct = new DirectJobRunner();
        private final List<Runnable> held = new ArrayList<>();
        private boolean hold;

        @Override
        public <T> Job submit(JobRequest<T> request) {
            if (!hold) {
                return direct.submit(request);
            }
            Held job = new Held(request.title());
            held.add(() -> {
                if (!job.state().finished()) {
                    direct.submit(request);
                }
            });
            return job;
        }

        @Override
        public void deliver(Runnable action) {
            action.run();
        }

        void next() {
            held.remove(0).run();
        }
    }
}
