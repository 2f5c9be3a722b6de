package vermeer.train.loop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.engine.Engine;
import vermeer.engine.EngineException;
import vermeer.job.Progress;
import vermeer.train.RunFolder;
import vermeer.train.RunPlan;
import vermeer.train.cut.Tail;
import vermeer.train.feature.FeatureFile;

class HalvingTest {

    @Test
    void aStepThatDoesNotFitIsTriedWithHalfAsManyPicturesUntilItDoes() throws Exception {
        List<Integer> told = new ArrayList<>();
        int done = Halving.of(
                16,
                together -> {
                    if (together > 5) {
                        throw new EngineException("too many", null, true);
                    }
                    return together;
                },
                told::add);
        assertEquals(4, done);
        assertEquals(List.of(8, 4), told);
    }

    @Test
    void oneThatNeverFitsOrFailsOtherwiseIsNotTriedForEver() {
        assertThrows(
                EngineException.class,
                () -> Halving.of(
                        4,
                        together -> {
                            throw new EngineException("too many", null, true);
                        },
                        told -> {}));
        List<Integer> told = new ArrayList<>();
        assertThrows(
                EngineException.class,
                () -> Halving.of(
                        4,
                        together -> {
                            throw new EngineException("broken");
                        },
                        told::add));
        assertEquals(List.of(), told);
    }

    @Test
    void theGradientsOfAStepInHalvesAreThoseOfTheWholeStep(@TempDir Path folder) throws Exception {
        RunFolder run = ToyRun.write(folder, "stem_relu", Map.of("batch", "8"));
        RunPlan plan = run.readPlan();
        Tail tail = TrainedWeights.tail(run);
        try (Engine engine = Engine.start();
                FeatureFile features = new FeatureFile(
                        Path.of(plan.features().file()),
                        plan.rowCount(),
                        plan.features().item());
                Learner learner = new Learner(engine, tail, plan.inputs(), 2)) {
            List<Parameter> parameters = TrainingState.initial(tail, TrainedWeights.zeroHead(plan), 8)
                    .parameters();
            for (int i = 0; i < parameters.get(0).value().length; i++) {
                parameters.get(0).value()[i] = 0.1f * (i % 3 - 1);
            }
            Batch batch = new StagedBatches(plan, RunFolder.settings(plan), features)
                    .of(0)
                    .batch(0, 0);
            Learner.Step whole = learner.step(batch, parameters, 1, 8, Progress.none());
            Learner.Step halves = learner.step(batch, parameters, 1, 3, Progress.none());
            assertArrayEquals(whole.probabilities(), halves.probabilities(), 1e-6f);
            whole.gradients()
                    .forEach((name, gradient) ->
                            assertArrayEquals(gradient, halves.gradients().get(name), 1e-5f, name));
        }
    }
}
