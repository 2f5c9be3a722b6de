package vermeer.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vermeer.data.LabelledPicture;
import vermeer.image.Picture;

class SubsetsTest {

    /** scipy 1.16's hypergeom.sf. */
    @Test
    void theProbabilityOfTheErrorsIsHypergeometric() {
        Predictions all = answers(153, i -> i < 10 || i >= 151).predictions();
        Subset first = Subset.of("x", "y", all, IntStream.range(0, 40).toArray());
        assertEquals(2.5517142724202953e-05, first.p(), 1e-12);
        assertEquals(0.25, first.error().value());
        // 10 errors of 40 would be 2 / 113 * 40 if the subset did as well as the rest.
        assertEquals((10 - 2 * 40 / 113.0) / 153, first.gain(), 1e-12);
        assertEquals(
                1, Subset.of("x", "y", all, IntStream.range(60, 100).toArray()).p(), 1e-9);
    }

    @Test
    void theWorstSubsetIsTheDarkThirdWhereDarkPicturesFail() {
        Subsets subsets = Subsets.of(answers(90, i -> i % 3 == 0 && i < 60), Optional.empty(), Map.of());
        Subset worst = subsets.worst().orElseThrow();
        assertEquals("brightness", worst.kind());
        assertEquals("the third that is most dark", worst.name());
        assertEquals(30, worst.members().length);
    }

    @Test
    void noSubsetIsWorstWhereErrorsFallAnywhere() {
        Subsets subsets = Subsets.of(answers(90, i -> i % 7 == 0), Optional.empty(), Map.of());
        assertTrue(subsets.worst().isEmpty(), () -> subsets.worst().toString());
    }

    @Test
    void tagsOfTheUserAreSubsets() {
        Subsets subsets = Subsets.of(
                answers(30, i -> i < 5),
                Optional.empty(),
                Map.of("night", List.of("a/0.png", "a/1.png", "a/2.png", "a/3.png", "a/4.png")));
        assertEquals("night", subsets.worst().orElseThrow().name());
    }

    @Test
    void brightnessAndSharpnessAreMeasuredInThePicture() {
        byte[] rgb = new byte[3 * 16];
        for (int i = 0; i < 16; i++) {
            byte level = (byte) ((i / 4 + i % 4) % 2 == 0 ? 200 : 100);
            rgb[3 * i] = level;
            rgb[3 * i + 1] = level;
            rgb[3 * i + 2] = level;
        }
        PictureMeasures board = PictureMeasures.of(Picture.of(4, 4, rgb));
        assertEquals(150, board.brightness(), 1e-9);
        // The Laplacian inside a chess board of steps of 100 is +-400, half of each sign.
        assertEquals(160000, board.sharpness(), 1e-6);
        assertEquals(0, PictureMeasures.of(Picture.of(4, 4, new byte[48])).sharpness());
    }

    @Test
    void foldersAndClustersAreSubsets() {
        Clusters clusters = new Clusters(IntStream.range(0, 20).map(i -> i / 10).toArray(), 2, new int[] {3, 12});
        List<Subset> found = Subsets.of(answers(20, i -> i < 8), Optional.of(clusters), Map.of())
                .all();
        Subset first = found.stream()
                .filter(s -> s.kind().equals("similarity"))
                .findFirst()
                .orElseThrow();
        assertEquals("pictures like a/3.png", first.name());
        assertArrayEquals(IntStream.range(0, 10).toArray(), first.members());
        assertTrue(found.stream()
                .anyMatch(s -> s.kind().equals("folder") && s.name().equals("b")));
    }

    /** Half of the pictures in folder a, every third one dark, with wrong answers where told. */
    private static Answers answers(int count, java.util.function.IntPredicate wrong) {
        List<LabelledPicture> pictures = new ArrayList<>();
        List<PictureMeasures> facts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String key = (i < count / 2 ? "a/" : "b/") + i + ".png";
            pictures.add(new LabelledPicture(Path.of(key), key, 0, ""));
            facts.add(new PictureMeasures(100 + i % 11, 100, (i % 3) * 50 + i % 5, 10 + i * 37 % 100));
        }
        double[][] logits = IntStream.range(0, count)
                .mapToObj(i -> wrong.test(i) ? new double[] {0, 1} : new double[] {1, 0})
                .toArray(double[][]::new);
        Predictions predictions = new Predictions(
                List.of("x", "y"), pictures.stream().map(LabelledPicture::key).toList(), new int[count], logits);
        return new Answers(pictures, predictions, Optional.empty(), facts, List.of());
    }
}
