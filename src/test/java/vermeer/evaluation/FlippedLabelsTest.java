package vermeer.evaluation;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vermeer.data.Dataset;
import vermeer.data.LabelledPicture;
import vermeer.data.label.FolderNames;
import vermeer.engine.Engine;
import vermeer.image.PictureReader;
import vermeer.job.Progress;
import vermeer.model.Models;
import vermeer.model.OpenModel;

/** Real photos of ants and bees, some labels flipped on purpose: does the list of suspects find them? */
class FlippedLabelsTest {
    private static final Path SHARED = Path.of(System.getProperty("user.dir"), "../shared");
    private static final int SEEDS = 10;

    @Test
    @Tag("full")
    void theListIsPreciseAtARecallOfThreeFifths() throws Exception {
        Path photos = SHARED.resolve("datasets/ants-bees/val");
        assumeTrue(Files.isDirectory(photos), "the photos of ../shared are not here");
        Dataset dataset = new FolderNames().read(photos, Progress.none()).dataset();
        Answers answers = answers(dataset);
        double precision = 0;
        double listed = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Set<Integer> flipped = flipped(dataset, seed);
            int[] given = IntStream.range(0, answers.size())
                    .map(i -> flipped.contains(i) ? 1 - label(dataset, i) : label(dataset, i))
                    .toArray();
            Predictions judged = new CrossValidation(5, seed, new SoftmaxRegression())
                    .predict(
                            dataset.classes(),
                            answers.predictions().pictures(),
                            answers.features().orElseThrow(),
                            given,
                            Progress.none());
            precision += precision(LabelErrors.ranking(judged), flipped) / SEEDS;
            List<LabelErrors.Suspect> suspects = LabelErrors.of(judged).suspects();
            listed += suspects.stream()
                            .filter(each -> flipped.contains(each.picture()))
                            .count()
                    / (double) Math.max(1, suspects.size())
                    / SEEDS;
        }
        assertTrue(precision >= 0.7, "precision at a recall of 0.6: " + precision);
        assertTrue(listed >= 0.7, "precision of the list of suspects: " + listed);
    }

    private static int label(Dataset dataset, int picture) {
        return dataset.pictures().get(picture).label();
    }

    /** A twentieth of the pictures. */
    private static Set<Integer> flipped(Dataset dataset, int seed) {
        List<Integer> all = new ArrayList<>(
                IntStream.range(0, dataset.pictures().size()).boxed().toList());
        Collections.shuffle(all, new Random(seed));
        return new HashSet<>(all.subList(0, all.size() / 20));
    }

    private static double precision(List<Integer> ranking, Set<Integer> flipped) {
        int wanted = (int) Math.ceil(0.6 * flipped.size());
        int seen = 0;
        for (int found = 0; found < wanted; seen++) {
            found += flipped.contains(ranking.get(seen)) ? 1 : 0;
        }
        return (double) wanted / seen;
    }

    private static Answers answers(Dataset dataset) throws Exception {
        PictureReader reader = new PictureReader((file, progress) -> {
            throw new IllegalStateException("the photos are JPEG files");
        });
        try (Engine engine = Engine.start();
                OpenModel model = Models.ofEveryFormat(engine)
                        .open(SHARED.resolve("models/mobilenet_v2.onnx"), Optional.empty(), Progress.none())) {
            List<LabelledPicture> pictures = dataset.pictures();
            int[] classes = ClassMatch.of(dataset.classes(), model.classNames(), List.of())
                    .index();
            return new Answering(model, reader).answer(pictures, classes, Progress.none());
        }
    }
}
