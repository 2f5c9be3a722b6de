package vermeer.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vermeer.data.Split;

/** The textbook cases, and what small test sets make of them. */
class AdvisorTest {
    private final Advisor advisor = new Advisor();

    @Test
    void theSameErrorsAreBiasForAnEasyTaskAndVarianceForAHardOne() {
        SplitErrors errors = errors(10_000, 0.08, -1, 0.10, -1);
        assertEquals(GapKind.BIAS, step(HumanLevel.entered(0.01), errors));
        assertEquals(GapKind.VARIANCE, step(HumanLevel.entered(0.075), errors));
    }

    @Test
    void trainDevTellsVarianceFromMismatch() {
        assertEquals(GapKind.MISMATCH, step(HumanLevel.entered(0.005), errors(10_000, 0.01, 0.015, 0.10, -1)));
        assertEquals(GapKind.VARIANCE, step(HumanLevel.entered(0.005), errors(10_000, 0.01, 0.09, 0.10, -1)));
    }

    @Test
    void aWorseTestIsOverfittingToDev() {
        assertEquals(GapKind.DEV_OVERFIT, step(HumanLevel.entered(0), errors(10_000, 0.01, 0.012, 0.015, 0.08)));
    }

    @Test
    void theFirstLargeGapComesFirstButNotBeforeAMuchLargerOne() {
        assertEquals(GapKind.BIAS, step(HumanLevel.entered(0), errors(10_000, 0.08, -1, 0.17, -1)));
        assertEquals(GapKind.VARIANCE, step(HumanLevel.entered(0), errors(10_000, 0.02, -1, 0.17, -1)));
    }

    @Test
    void fewPicturesCannotTell() {
        Advice advice = advisor.advise(HumanLevel.entered(0), errors(40, 0, -1, 0.05, -1));
        assertEquals(Advice.Verdict.TOO_FEW_PICTURES, advice.verdict());
        assertTrue(advice.sentence().startsWith("Not enough pictures to tell"), advice.sentence());
        assertTrue(advice.sentence().contains("instead of 40"), advice.sentence());
    }

    @Test
    void nothingLargeIsGood() {
        Advice advice = advisor.advise(HumanLevel.entered(0.01), errors(10_000, 0.01, 0.012, 0.014, 0.015));
        assertEquals(Advice.Verdict.GOOD, advice.verdict());
        assertEquals(4, advice.gaps().size());
    }

    @Test
    void whatIsMissingIsSaid() {
        Advice advice = advisor.advise(HumanLevel.assumed(), errors(1000, 0.01, -1, 0.10, -1));
        assertEquals(3, advice.notes().size());
        assertTrue(advice.notes().get(1).contains("no train-dev split"));
        assertThrows(
                IllegalArgumentException.class, () -> advisor.advise(HumanLevel.assumed(), new SplitErrors(Map.of())));
    }

    /** statsmodels' confint_proportions_2indep(56, 70, 48, 80, method="newcomb"); Newcombe (1998), table II, row a. */
    @Test
    void gapsHaveNewcombesInterval() {
        Gap gap =
                Gap.of(GapKind.VARIANCE, "train", new ErrorCount(48, 80).rate(), "dev", new ErrorCount(56, 70).rate());
        assertEquals(0.2, gap.size().value(), 1e-12);
        assertEquals(0.0524, gap.size().low(), 1e-4);
        assertEquals(0.3339, gap.size().high(), 1e-4);
    }

    private GapKind step(HumanLevel human, SplitErrors errors) {
        return advisor.advise(human, errors).step().orElseThrow().kind();
    }

    /** Error rates in the order of the splits; below 0 where a split is missing. */
    private static SplitErrors errors(int pictures, double... rates) {
        Map<Split, ErrorCount> counts = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            if (rates[split.ordinal()] >= 0) {
                counts.put(split, new ErrorCount((int) Math.round(rates[split.ordinal()] * pictures), pictures));
            }
        }
        return new SplitErrors(counts);
    }
}
