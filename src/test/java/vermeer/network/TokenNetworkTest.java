package vermeer.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.engine.Engine;
import vermeer.image.Picture;
import vermeer.image.Region;
import vermeer.job.Progress;
import vermeer.model.Layer;
import vermeer.model.Models;
import vermeer.model.OpenModel;

/** A vision transformer's channels lie on the grid of its patches. */
class TokenNetworkTest {
    @TempDir
    Path folder;

    @Test
    void aLayerOfTokensIsAMapForEachFeatureAndItsPlacesArePatchesOfThePicture() throws Exception {
        try (Engine engine = Engine.start();
                OpenModel model = new Models(engine, List.of())
                        .open(TokenNetwork.write(folder), Optional.empty(), Progress.none())) {
            Layer layer = model.activations().layers().stream()
                    .filter(each -> each.shape().length == 2 && each.shape()[0] == 17)
                    .reduce((first, last) -> last)
                    .orElseThrow();
            Picture picture = corner();
            var input = model.preprocessing().input(picture);
            LayerReading reading = LayerReading.of(
                    model, input, model.preprocessing().seen(picture), layer, model.target(0), Progress.none());
            assertEquals(TokenNetwork.FEATURES, reading.channels());
            float[] values = model.activations()
                    .activations(input, List.of(layer.value()), Progress.none())
                    .activations()
                    .get(layer.value())
                    .data();
            float[] feature = new float[16];
            for (int patch = 0; patch < 16; patch++) {
                feature[patch] = values[(1 + patch) * TokenNetwork.FEATURES + 2];
            }
            assertEquals(4, reading.map(2).height());
            assertArrayEquals(feature, reading.map(2).values(), 1e-6f);
            Survey survey = Survey.of(
                    model,
                    layer,
                    List.of(new SurveyPicture(Path.of("corner"), "one")),
                    (file, progress) -> picture,
                    Progress.none());
            assertEquals(TokenNetwork.FEATURES, survey.channels());
            assertTrue(survey.whole(), "attention looks at all of the picture");
            Region field = survey.patches(2, 1).get(0).field();
            int best = 0;
            for (int patch = 0; patch < 16; patch++) {
                best = feature[patch] > feature[best] ? patch : best;
            }
            assertEquals(new Region(16 * (best % 4), 16 * (best / 4), 16, 16), field);
        }
    }

    /** Grey, but for a bright corner, at twice the input's size. */
    private static Picture corner() {
        byte[] rgb = new byte[3 * 64 * 64];
        for (int i = 0; i < rgb.length; i++) {
            int x = i / 3 % 64;
            int y = i / 3 / 64;
            rgb[i] = (byte) (x >= 48 && y >= 32 && y < 48 ? 250 : 60 + i % 5);
        }
        return Picture.of(64, 64, rgb);
    }
}
