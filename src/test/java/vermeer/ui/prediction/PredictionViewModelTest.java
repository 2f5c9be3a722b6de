package vermeer.ui.prediction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vermeer.job.DirectJobRunner;
import vermeer.ui.Pictures;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.investigation.OpenPicture;
import vermeer.ui.investigation.Prediction.ClassScore;
import vermeer.ui.investigation.ToyNetwork;

class PredictionViewModelTest {
    private final Investigation investigation = new Investigation(new DirectJobRunner(), failure -> {});
    private final PredictionViewModel model = new PredictionViewModel(investigation);

    @BeforeEach
    void predict() {
        investigation.ask(new ToyNetwork());
        investigation.look(OpenPicture.of(Path.of("red.png"), Pictures.redSquare()));
    }

    @Test
    void classesAreRankedByProbability() {
        assertEquals("scarlet macaw", model.top().get(0).name());
        List<Double> probabilities =
                model.top().stream().map(ClassScore::probability).toList();
        assertTrue(probabilities.get(0) > probabilities.get(1) && probabilities.get(1) > probabilities.get(2));
        assertEquals(1, probabilities.stream().mapToDouble(Double::doubleValue).sum(), 1e-5);
    }

    @Test
    void searchFindsByAnyPartOfANameOrByNumber() {
        model.searchProperty().set("FRONDOSUS");
        assertEquals(List.of(2), indices());
        model.searchProperty().set("1");
        assertEquals(List.of(1), indices());
        model.searchProperty().set("zebra");
        assertEquals(List.of(), indices());
        model.searchProperty().set(" ");
        assertEquals(List.of(), indices());
    }

    @Test
    void keyOfARankChoosesItsClassAndOneBeyondDoesNothing() {
        model.chooseRank(2);
        assertEquals(model.top().get(1).name(), model.targetProperty().get().name());
        model.chooseRank(9);
        assertEquals(model.top().get(1).name(), model.targetProperty().get().name());
    }

    @Test
    void contrastIsWhatSpeaksForOneClassRatherThanAnother() {
        ClassScore macaw = model.top().get(0);
        ClassScore jay = model.top().stream()
                .filter(score -> score.name().equals("blue jay"))
                .findFirst()
                .orElseThrow();
        model.contrast(jay);
        assertEquals(
                "scarlet macaw rather than blue jay",
                model.targetProperty().get().name());
        assertArrayEquals(new float[] {1, -1, 0}, model.targetProperty().get().seed(3));
        assertEquals(TargetPart.FOR, model.part(macaw));
        assertEquals(TargetPart.AGAINST, model.part(jay));
        model.contrast(macaw);
        assertEquals(TargetPart.AGAINST, model.part(jay), "a class is not contrasted with itself");
        model.contrast(jay);
        assertEquals(macaw.target(), model.targetProperty().get());
    }

    private List<Integer> indices() {
        return model.found().stream().map(ClassScore::index).toList();
    }
}
