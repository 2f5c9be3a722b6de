package vermeer.dream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vermeer.image.ChannelOrder;
import vermeer.image.InputProfile;
import vermeer.image.Interpolation;
import vermeer.image.Layout;
import vermeer.image.Output;
import vermeer.image.Preprocessing;
import vermeer.image.Resize;

/** What is drawn reaches the network as it was drawn. */
class CanvasTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shorter side to 40, centre crop 32 | 32 | 32 | RGB | NCHW",
                "shorter side to 40, centre crop 32 | 32 | 32 | BGR | NHWC",
                "shorter side to 40, centre crop 32 | 48 | 24 | RGB | NCHW",
                "central 87.5 % crop to 224 | 224 | 224 | RGB | NCHW",
                "central 80 % crop to 33 | 33 | 33 | GREY | NCHW",
                "stretch to 32 | 32 | 32 | BGR | NCHW",
                "fit inside 32, pad with 114 | 32 | 32 | RGB | NHWC"
            })
    void aSavedCanvasIsReadPixelByPixel(String rule, int width, int height, ChannelOrder order, Layout layout) {
        InputProfile profile = profile(rule, height, width, order, layout);
        Canvas canvas = Canvas.of(profile);
        NetworkColours colours = new NetworkColours(profile);
        Planes drawn = new Planes(
                colours.channels(),
                canvas.height(),
                canvas.width(),
                levels(colours.channels() * canvas.height() * canvas.width()));
        Planes window = Sampling.window(drawn, height, width, canvas.top(), canvas.left(), 0, 1)
                .apply(drawn);
        assertArrayEquals(
                new Preprocessing(profile).input(drawn.picture()).data(),
                colours.tensor(window).data(),
                1e-4f);
    }

    @Test
    void aLookTurnedAndScaledCarriesGradientsBackByItsTranspose() {
        Planes source = new Planes(2, 20, 30, Directions.random(1, 1200, 1));
        for (Sampling view :
                List.of(Sampling.window(source, 12, 14, 3, -2, 0.3, 1.2), Sampling.resize(source, 9, 41))) {
            float[] seen = view.apply(source).values();
            float[] weights = Directions.random(2, seen.length, 1);
            double forwards = Directions.dot(seen, weights);
            assertEquals(
                    forwards,
                    Directions.dot(source.values(), view.transpose(2, weights)),
                    1e-4 * Math.abs(forwards) + 1e-4);
        }
    }

    @Test
    void aPictureTurnedByAQuarterHasItsTopAtTheRight() {
        Planes source = Planes.black(1, 5, 5);
        source.values()[2] = 1;
        Planes seen = Sampling.window(source, 5, 5, 0, 0, -Math.PI / 2, 1).apply(source);
        assertEquals(1, seen.values()[14], 1e-5);
    }

    @Test
    void coloursGiveGradientsOfPlanes() throws Exception {
        NetworkColours colours = new NetworkColours(profile("stretch to 6", 6, 6, ChannelOrder.BGR, Layout.NHWC));
        Planes planes = new Planes(3, 6, 6, Directions.random(1, 108, 1));
        float[] weights = Directions.random(2, 108, 1);
        float[] gradient = colours.gradient(planes, new vermeer.tensor.Tensor(new int[] {1, 6, 6, 3}, weights));
        Directions.check(
                values -> Directions.dot(colours.tensor(planes.with(values)).data(), weights),
                planes.values(),
                gradient,
                1e-2,
                1e-3);
    }

    /** Whole levels, so that rounding changes nothing; grey pictures give exact levels too. */
    private static float[] levels(int size) {
        float[] levels = new float[size];
        for (int i = 0; i < size; i++) {
            levels[i] = i * 37 % 256 / 255f;
        }
        return levels;
    }

    private static InputProfile profile(String rule, int height, int width, ChannelOrder order, Layout layout) {
        List<Double> mean = order == ChannelOrder.GREY ? List.of(10.0) : List.of(10.0, 20.0, 30.0);
        List<Double> std = order == ChannelOrder.GREY ? List.of(50.0) : List.of(50.0, 60.0, 70.0);
        return new InputProfile(
                height,
                width,
                order,
                layout,
                Resize.parse(height == width ? rule : rule.replaceAll(", centre crop.*", ""), width, height),
                Interpolation.BILINEAR,
                mean,
                std,
                Output.LOGITS,
                Optional.empty());
    }
}
