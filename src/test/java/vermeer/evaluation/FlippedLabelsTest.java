package vermeer.evaluation;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
            int[] labels =
                    answers.pictures().stream().mapToInt(LabelledPicture::label).toArray();
            FlippedLabels found = FlippedLabels.of(
                    dataset.classes(),
                    answers.predictions().pictures(),
                    answers.features().orElseThrow(),
                    labels,
                    seed,
                    Progress.none());
            precision += found.precision() / SEEDS;
            listed += found.listed() / SEEDS;
        }
        assertTrue(precision >= 0.7, "precision at a recall of 0.6: " + precision);
        assertTrue(listed >= 0.7, "precision of the list of suspects: " + listed);
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
