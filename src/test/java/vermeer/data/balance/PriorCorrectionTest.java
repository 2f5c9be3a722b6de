package vermeer.data.balance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class PriorCorrectionTest {

    /** What a perfect classifier says under one pair of frequencies becomes what it says under another: Bayes' rule. */
    @Property(tries = 100)
    void givesBayesPosteriorOfTheActualFrequencies(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double learned,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double actual,
            @ForAll @DoubleRange(min = 0.01, max = 10) double likelihoodRatio) {
        double said = posterior(learned, likelihoodRatio);

        double[] corrected = new PriorCorrection(List.of(learned, 1 - learned), List.of(actual, 1 - actual))
                .correct(new double[] {said, 1 - said});

        assertEquals(posterior(actual, likelihoodRatio), corrected[0], 1e-9);
        assertEquals(1, corrected[0] + corrected[1], 1e-12);
    }

    private static double posterior(double prior, double likelihoodRatio) {
        return prior * likelihoodRatio / (prior * likelihoodRatio + 1 - prior);
    }

    @Test
    void withoutBalancingNothingChanges() {
        double[] probabilities = {0.2, 0.5, 0.3};

        assertArrayEquals(
                probabilities,
                PriorCorrection.undoing(Balancing.NONE, new int[] {5, 90, 5}).correct(probabilities),
                1e-12);
    }

    @Test
    void afterOverSamplingTheRareClassIsCalledLessOften() {
        double[] corrected = PriorCorrection.undoing(Balancing.OVER_SAMPLING, new int[] {90, 10})
                .correct(new double[] {0.5, 0.5});

        assertArrayEquals(new double[] {0.9, 0.1}, corrected, 1e-12);
    }

    @Test
    void aClassThatWasNeverLearnedStaysOut() {
        assertArrayEquals(
                new double[] {1, 0},
                PriorCorrection.undoing(Balancing.CLASS_WEIGHTS, new int[] {4, 0})
                        .correct(new double[] {0.4, 0.6}));
    }
}
