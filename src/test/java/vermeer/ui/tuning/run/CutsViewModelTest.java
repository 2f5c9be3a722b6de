package vermeer.ui.tuning.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vermeer.train.cut.Cut;

class CutsViewModelTest {
    private final CutsViewModel model = new CutsViewModel();

    @Test
    void theSentenceFollowsTheCut() {
        model.show(List.of(cut("a", 0, 2562), cut("b", 4, 885_122), cut("input", 52, 2_209_378)), 396, 1 << 20);
        assertEquals("Only the new head is trained: 2,562 parameters.", model.described());
        model.choose(1);
        assertEquals("The last 4 of 52 layers and the new head are trained: 885,122 parameters.", model.described());
        assertTrue(model.cached().contains("0.2 MB"), model.cached());
    }

    @Test
    void aCutThatIsNotPossibleIsPassedOverAndTheEndIsNeverLeft() {
        Cut refused = new Cut("b", "b", new int[] {100}, 1, 10, Optional.of("no rule"));
        model.show(List.of(cut("a", 0, 5), refused, cut("c", 2, 20)), 1, 1 << 20);
        model.choose(1);
        assertEquals(2, model.chosenProperty().get());
        model.choose(9);
        assertEquals(2, model.chosenProperty().get());
        model.choose(1);
        assertEquals(0, model.chosenProperty().get());
    }

    @Test
    void tooLargeValuesAreSaidBeforeTheRun() {
        model.show(List.of(cut("a", 0, 5)), 1000, 100);
        assertTrue(model.cached().contains("more than the cache may hold"), model.cached());
    }

    @Test
    void theChosenCutStaysWhereTheClassesChange() {
        model.show(List.of(cut("a", 0, 5), cut("b", 1, 9)), 1, 1 << 20);
        model.choose(1);
        model.show(List.of(cut("a", 0, 6), cut("b", 1, 10)), 1, 1 << 20);
        assertEquals("b", model.cut().value());
    }

    private static Cut cut(String value, int layers, long parameters) {
        return new Cut(value, value, new int[] {100}, layers, parameters, Optional.empty());
    }
}
