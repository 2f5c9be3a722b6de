package vermeer.data.balance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vermeer.data.Dataset;
import vermeer.data.LabelledPicture;

class ClassMapTest {
    private static final List<String> CLASSES = List.of("ash", "elm", "oak", "unclear");
    private static final ClassMap MAP =
            ClassMap.of(CLASSES, Map.of("elm", "hardwood", "oak", "hardwood"), Set.of("unclear"));

    @Test
    void atTrainingPicturesGetTheirNewClassesOrAreLeftOut() {
        Path folder = Path.of("f");
        Dataset dataset = new Dataset(
                folder,
                CLASSES,
                List.of(
                        new LabelledPicture(folder, "1", 0, ""),
                        new LabelledPicture(folder, "2", 1, ""),
                        new LabelledPicture(folder, "3", 2, ""),
                        new LabelledPicture(folder, "4", 3, "")));

        Dataset mapped = MAP.apply(dataset);

        assertEquals(List.of("ash", "hardwood"), mapped.classes());
        assertArrayEquals(new int[] {1, 2}, mapped.counts());
    }

    @Test
    void atPredictionProbabilitiesAreAddedUpAndSharedOut() {
        assertArrayEquals(new double[] {0.25, 0.75}, MAP.apply(new double[] {0.2, 0.2, 0.4, 0.2}), 1e-12);
        assertArrayEquals(new double[] {0.5, 0.5}, MAP.apply(new double[] {0, 0, 0, 1}), 1e-12);
    }

    @Test
    void nothingChosenIsNoChange() {
        assertTrue(ClassMap.of(CLASSES, Map.of(), Set.of()).identity());
    }
}
