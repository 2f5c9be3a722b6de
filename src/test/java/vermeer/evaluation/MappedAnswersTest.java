package vermeer.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vermeer.data.LabelledPicture;
import vermeer.data.balance.ClassMap;

class MappedAnswersTest {
    private static final List<String> CLASSES = List.of("ash", "elm", "oak", "unclear");

    private static Answers answers() {
        int[] labels = {0, 1, 3, 2};
        double[][] probabilities = {{0.7, 0.1, 0.1, 0.1}, {0.4, 0.3, 0.3, 0}, {0.1, 0.1, 0.1, 0.7}, {0.2, 0.2, 0.4, 0.2}
        };
        List<LabelledPicture> pictures = IntStream.range(0, 4)
                .mapToObj(i -> new LabelledPicture(Path.of("p"), "k" + i, labels[i], ""))
                .toList();
        List<String> keys = pictures.stream().map(LabelledPicture::key).toList();
        List<PictureMeasures> facts = Collections.nCopies(4, new PictureMeasures(1, 1, 0, 0));
        return new Answers(
                pictures,
                Predictions.ofProbabilities(CLASSES, keys, labels, probabilities),
                Optional.empty(),
                facts,
                List.of());
    }

    @Test
    void mergedClassesAddUpAndIgnoredOnesAreNotJudged() {
        ClassMap map = ClassMap.of(CLASSES, Map.of("elm", "hardwood", "oak", "hardwood"), Set.of("unclear"));

        Predictions mapped = MappedAnswers.of(answers(), map).predictions();

        assertEquals(List.of("ash", "hardwood"), mapped.classNames());
        assertEquals(List.of("k0", "k1", "k3"), mapped.pictures());
        assertArrayEquals(new int[] {0, 1, 1}, mapped.labels());
        assertArrayEquals(new double[] {0.4, 0.6}, mapped.probabilities(1), 1e-9);
        assertArrayEquals(new double[] {0.25, 0.75}, mapped.probabilities(2), 1e-9);
        assertArrayEquals(new int[] {9, 8}, MappedAnswers.first(new int[] {9, 8, 7, 6}, map));
    }

    @Test
    void nothingMergedIsNothingChanged() {
        Answers answers = answers();

        assertSame(answers, MappedAnswers.of(answers, ClassMap.of(CLASSES, Map.of(), Set.of())));
    }
}
