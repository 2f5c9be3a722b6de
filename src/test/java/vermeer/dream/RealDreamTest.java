package vermeer.dream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.engine.Engine;
import vermeer.image.Picture;
import vermeer.image.PictureException;
import vermeer.image.PictureReader;
import vermeer.image.Pixels;
import vermeer.job.Progress;
import vermeer.model.Models;
import vermeer.model.OpenModel;
import vermeer.setting.Settings;

/** Dreams of a real network, saved, opened again and classified anew. */
class RealDreamTest {
    private static final Path SAMPLES = Path.of(System.getProperty("user.dir"), "sample-models");
    private static final int PANDA = 388;

    @TempDir
    Path folder;

    @Test
    @Tag("full")
    void picturesOfAClassAreTakenForItAfterTheyWereSaved() throws Exception {
        try (Engine engine = Engine.start();
                OpenModel model = new Models(engine, List.of())
                        .open(SAMPLES.resolve("efficientnet_lite0.onnx"), Optional.empty(), Progress.none())) {
            DreamSubject panda = DreamSubject.of(new Feature.Logit(PANDA, "giant panda"));
            Dreamt maximised = Settings.apply(new ActivationMaximisation(), Map.of("steps", "16"))
                    .make(model, panda, Frames.none(), Progress.none());
            double before = logits(model, maximised.first())[PANDA];
            float[] after = logits(model, saved(maximised.picture()));
            assertTrue(after[PANDA] > before + 5, before + " to " + after[PANDA]);
            assertEquals(PANDA, best(after));
            assertEquals(maximised.facts().get("logit"), after[PANDA], 1e-3);

            Dreamt fooling = new FoolingImage().make(model, panda, Frames.none(), Progress.none());
            double sum = 0;
            float[] logits = logits(model, saved(fooling.picture()));
            for (float logit : logits) {
                sum += Math.exp(logit - logits[PANDA]);
            }
            assertTrue(1 / sum >= 0.99, "probability " + 1 / sum);
        }
    }

    private Picture saved(Picture picture) throws Exception {
        Path file = folder.resolve("dream.png");
        Pixels.of(picture).writePng(file);
        return new PictureReader((path, progress) -> {
                    throw new PictureException("no worker here");
                })
                .read(file, Progress.none());
    }

    private static float[] logits(OpenModel model, Picture picture) throws Exception {
        return model.scores()
                .logits(model.preprocessing().input(picture), Progress.none())
                .data();
    }

    private static int best(float[] logits) {
        return IntStream.range(0, logits.length)
                .reduce((one, other) -> logits[one] >= logits[other] ? one : other)
                .orElseThrow();
    }
}
