package vermeer.ui.tuning.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import vermeer.data.decision.Decisions;

class ReviewTest {
    private final Review review = new Review();
    private Decisions decisions = Decisions.standard();

    @Test
    void theLastDecisionAboutAPictureHolds() {
        apply(review.exclude(decisions, "a/1.jpg"));
        apply(review.relabel(decisions, "a/1.jpg", "b"));
        assertEquals(Map.of("a/1.jpg", "b"), decisions.relabelled());
        assertTrue(decisions.excluded().isEmpty());
        assertEquals(Optional.of("now b"), review.state("a/1.jpg"));
    }

    @Test
    void undoGoesBackStepByStepToWhatWasBefore() {
        decisions = decisions.excluding(Set.of("a/1.jpg"), "blurred");
        review.read(decisions);
        assertEquals(Optional.of("left out"), review.state("a/1.jpg"));
        apply(review.keep(decisions, "a/1.jpg"));
        apply(review.keep(decisions, "a/2.jpg"));
        assertEquals(Set.of("a/1.jpg", "a/2.jpg"), decisions.confirmed());
        apply(review.undo().orElseThrow());
        assertEquals(Set.of("a/1.jpg"), decisions.confirmed());
        apply(review.undo().orElseThrow());
        assertEquals(Map.of("a/1.jpg", "blurred"), decisions.excluded());
        assertEquals(Optional.of("left out"), review.state("a/1.jpg"));
        assertFalse(review.canUndo());
        assertTrue(review.undo().isEmpty());
    }

    private void apply(UnaryOperator<Decisions> change) {
        decisions = change.apply(decisions);
    }
}
