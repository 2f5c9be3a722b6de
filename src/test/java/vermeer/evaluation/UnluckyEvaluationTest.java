package vermeer.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.data.LabelledPicture;
import vermeer.data.Split;
import vermeer.evaluation.curve.CurveFiles;
import vermeer.evaluation.curve.Curves;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

/** Too few of something, or very many of everything. */
class UnluckyEvaluationTest {
    @TempDir
    Path folder;

    /** Answers that are mostly right; features are one-hot with noise. */
    private static Answers answers(int classes, int... labels) {
        SplittableRandom random = new SplittableRandom(1);
        double[][] logits = new double[labels.length][classes];
        float[] features = new float[labels.length * 8];
        for (int i = 0; i < labels.length; i++) {
            for (int k = 0; k < classes; k++) {
                logits[i][k] = random.nextDouble(3) + (k == labels[i] ? 2 : 0);
            }
            for (int f = 0; f < 8; f++) {
                features[i * 8 + f] = (float) (random.nextDouble() + (f == labels[i] % 8 ? 2 : 0));
            }
        }
        List<LabelledPicture> pictures = IntStream.range(0, labels.length)
                .mapToObj(i -> new LabelledPicture(Path.of("p" + i), "p" + i, labels[i], ""))
                .toList();
        List<String> names = IntStream.range(0, classes).mapToObj(k -> "c" + k).toList();
        return new Answers(
                pictures,
                new Predictions(
                        names, pictures.stream().map(LabelledPicture::key).toList(), labels, logits),
                labels.length == 0 ? Optional.empty() : Optional.of(new Tensor(new int[] {labels.length, 8}, features)),
                pictures.stream().map(each -> new PictureMeasures(9, 9, 1, 1)).toList(),
                List.of());
    }

    private Evaluation evaluate(Answers answers, Optional<List<Split>> splits) throws Exception {
        Evaluation evaluation = new Evaluating().evaluate(answers, splits, Progress.none());
        assertFalse(new EvaluationJson().of(evaluation).toString().contains("NaN,"));
        CurveFiles.write(evaluation, folder);
        return evaluation;
    }

    @Test
    void onePictureIsJudged() throws Exception {
        Evaluation one = evaluate(answers(3, 1), Optional.empty());
        assertEquals(1, one.judged().measures().accuracy().value());
        assertTrue(one.labelErrors().isEmpty());
        assertTrue(Curves.of(one.judged()).classes().isEmpty());
        assertFalse(Files.exists(folder.resolve(CurveFiles.PICTURE)));
    }

    @Test
    void aClassWithoutPicturesAndAClassWithOneAreJudged() throws Exception {
        Evaluation empty = evaluate(answers(3, 0, 0, 0, 0, 0, 0, 2), Optional.empty());
        assertEquals(2, Curves.of(empty.judged()).classes().size());
        assertTrue(empty.judged().measures().macroRocArea().known());
    }

    @Test
    void oneClassOnlyIsJudged() throws Exception {
        Evaluation one = evaluate(answers(2, 1, 1, 1, 1, 1, 1), Optional.empty());
        assertFalse(one.judged().measures().macroRocArea().known());
        assertEquals(1, one.judged().measures().perClass().size());
        Evaluation alone = evaluate(answers(1, 0, 0, 0), Optional.empty());
        assertEquals(1, alone.judged().measures().accuracy().value());
    }

    @Test
    void aSplitWithOnePictureIsJudgedBesideLargerOnes() throws Exception {
        List<Split> splits = List.of(Split.TRAIN, Split.TRAIN, Split.TRAIN, Split.TRAIN, Split.TRAIN, Split.DEV);
        Evaluation split = evaluate(answers(2, 0, 1, 0, 1, 0, 1), Optional.of(splits));
        assertEquals(1, split.judged().predictions().size());
        assertTrue(DomainFile.of(split).isPresent());
    }

    @Test
    void tenThousandPicturesTakeSecondsNotMinutes() throws Exception {
        int[] labels = IntStream.range(0, 10_000).map(i -> i % 5).toArray();
        Answers many = answers(5, labels);
        long started = System.nanoTime();
        Measures measures = Measures.of(many.predictions(), new Bootstrap(40, 0));
        double seconds = (System.nanoTime() - started) / 1e9;
        assertTrue(seconds < 20, "took " + seconds + " s");
        assertEquals(5, measures.perClass().size());
    }
}
