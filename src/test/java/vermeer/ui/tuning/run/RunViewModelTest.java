package vermeer.ui.tuning.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vermeer.train.RateCurve;
import vermeer.train.ToyTraining;
import vermeer.ui.tuning.ToyWindow;

/** Finding a learning rate and a cut by measurement, with the real engine and the toy network. */
@Timeout(400)
class RunViewModelTest {
    @TempDir
    Path home;

    private ToyWindow window;
    private RunViewModel model;

    @BeforeEach
    void open() throws Exception {
        window = new ToyWindow(home);
        window.use(ToyTraining.photos(home.resolve("photos"), 5, "lying", "standing"));
        model = window.on(() -> new RunViewModel(window.tuning()));
        window.until(() -> !model.cuts().cutsProperty().isEmpty());
    }

    @AfterEach
    void close() {
        window.close();
    }

    private Boolean does(Runnable action) throws Exception {
        return window.on(() -> {
            action.run();
            return true;
        });
    }

    @Test
    void aRateIsFoundTakenAndGoneWithTheCutOfAnotherFolder() throws Exception {
        does(model::findRate);
        window.until(() -> model.rates().curveProperty().get() != null);
        RateCurve curve = model.rates().curveProperty().get();
        assertTrue(curve.points().size() > 20, () -> curve.points().size() + " points");
        assertTrue(curve.points().get(0).rate() < curve.points().get(1).rate());
        assertFalse(model.rates().busyProperty().get());
        does(() -> model.takeRate(0.01234));
        assertEquals(0.012, model.settingsProperty().get().learningRate(), 1e-12);
        window.use(ToyTraining.photos(home.resolve("others"), 3, "lying", "standing"));
        assertNull(window.on(() -> model.rates().curveProperty().get()));
    }

    @Test
    void aSearchThatIsCancelledLeavesNothing() throws Exception {
        assertFalse(window.on(() -> {
            model.findRate();
            assertTrue(model.rates().busyProperty().get());
            model.rates().cancel();
            return model.rates().busyProperty().get();
        }));
        assertNull(model.rates().curveProperty().get());
        assertEquals("", model.rates().problemProperty().get());
    }

    @Test
    void networksAreMeasuredAtSeveralCutsAndTheOneThatIsTakenIsOpened() throws Exception {
        Path broken = Files.write(home.resolve("broken.onnx"), new byte[] {1, 2, 3});
        Path other = Files.copy(home.resolve("toy.onnx"), home.resolve("other.onnx"));
        does(() -> window.tuning().workbench().preferences().change(before -> before.withRecentModel(other.toString())
                .withRecentModel(broken.toString())
                .withRecentModel(home.resolve("gone.onnx").toString())));
        List<Candidate> candidates = window.on(model.trials()::candidates);
        assertEquals(
                List.of("toy", "broken.onnx", "other.onnx"),
                candidates.stream().map(Candidate::name).toList());
        does(() -> model.measure(candidates));
        window.until(() -> !model.trials().busyProperty().get());
        List<MeasuredCut> rows = List.copyOf(model.trials().measured());
        assertEquals(1, model.trials().refused().size());
        assertTrue(
                model.trials().refused().get(0).startsWith("broken.onnx: "),
                model.trials().refused()::toString);
        assertTrue(rows.size() >= 4, rows::toString);
        assertTrue(model.trials().proposed().isPresent());
        MeasuredCut deepest = rows.get(rows.size() - 1);
        assertEquals("other.onnx", deepest.candidate().name());
        does(() -> model.take(deepest));
        window.until(() -> window.tuning().profile() != null
                && window.tuning()
                        .workbench()
                        .investigation()
                        .networkProperty()
                        .get()
                        .model()
                        .name()
                        .equals("other"));
        window.until(
                () -> model.cuts().cut().value().equals(deepest.trial().cut().value()));
    }

    @Test
    void aFolderThatHoldsARunIsRefused() throws Exception {
        Path taken = Files.createDirectories(home.resolve("taken"));
        Files.writeString(taken.resolve("run.json"), "{}");
        does(() -> {
            model.targetProperty().set(taken.toString());
            model.start();
        });
        assertTrue(model.problemProperty().get().contains("holds a run already"), model.problemProperty()::get);
        assertTrue(model.queue().runs().isEmpty());
        assertEquals("{}", Files.readString(taken.resolve("run.json")));
    }
}
