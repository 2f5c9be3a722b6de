package vermeer.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

/** Against cleanlab 2, the authors' own implementation of confident learning. */
class LabelErrorsTest {
    private final Reference reference = Reference.read();
    private final JsonNode cleanlab = reference.json().get("cleanlab");
    private final LabelErrors errors = LabelErrors.of(reference.predictions(Reference.integers(cleanlab.get("given"))));

    @Test
    void theSuspectsAreThoseOfCleanlab() {
        int[] suspects = errors.suspects().stream()
                .mapToInt(LabelErrors.Suspect::picture)
                .sorted()
                .toArray();
        assertArrayEquals(Reference.integers(cleanlab.get("suspects")), suspects);
    }

    @Test
    void theConfidentJointIsThatOfCleanlab() {
        for (int row = 0; row < 3; row++) {
            assertArrayEquals(Reference.integers(cleanlab.get("joint").get(row)), errors.joint()[row]);
        }
    }

    @Test
    void theSuspectsAreRankedAsByCleanlabsNormalisedMargin() {
        double[] margins = Reference.numbers(cleanlab.get("normalizedMargin"));
        List<Integer> ranked =
                errors.suspects().stream().map(LabelErrors.Suspect::picture).toList();
        assertEquals(
                ranked.stream()
                        .sorted(Comparator.comparingDouble(i -> margins[i]))
                        .toList(),
                ranked);
        LabelErrors.Suspect first = errors.suspects().get(0);
        assertEquals(margins[first.picture()], (first.margin() + 1) / 2, 1e-9);
    }

    @Test
    void crossValidationFindsFlippedLabels() throws CancelledException {
        Random random = new Random(4);
        int[] given = IntStream.range(0, 200).map(i -> i % 2).toArray();
        Tensor features = Tensor.zeros(200, 5);
        for (int i = 0; i < features.data().length; i++) {
            features.data()[i] = (float) (random.nextGaussian() + (i % 5 == 0 ? 4 * given[i / 5] : 0));
        }
        List<Integer> flipped = List.of(3, 40, 77, 101, 120, 133, 150, 166, 180, 199);
        flipped.forEach(picture -> given[picture] = 1 - given[picture]);
        List<String> pictures = IntStream.range(0, 200).mapToObj(i -> "p" + i).toList();
        Predictions judged =
                new CrossValidation().predict(List.of("a", "b"), pictures, features, given, Progress.none());
        List<Integer> suspects = LabelErrors.of(judged).suspects().stream()
                .map(LabelErrors.Suspect::picture)
                .toList();
        assertTrue(suspects.size() >= 6 && flipped.containsAll(suspects), "suspected: " + suspects);
        long found = LabelErrors.ranking(judged).stream()
                .limit(10)
                .filter(flipped::contains)
                .count();
        assertTrue(found >= 7, found + " of 10 flipped labels among the first ten");
    }

    @Test
    void foldsShareEveryClassEvenly() {
        int[] labels = reference.labels();
        int[] folds = new CrossValidation().foldOf(labels, 3);
        for (int k = 0; k < 3; k++) {
            for (int fold = 0; fold < 5; fold++) {
                int label = k;
                int current = fold;
                assertEquals(
                        6,
                        IntStream.range(0, labels.length)
                                .filter(i -> labels[i] == label && folds[i] == current)
                                .count());
            }
        }
    }
}
