package vermeer.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vermeer.tensor.Tensor;

/** The linear map and its transpose, for every resize rule, interpolation, channel order and layout. */
class LinearPreprocessingTest {
    private static final int WIDTH = 53;
    private static final int HEIGHT = 38;

    static Stream<InputProfile> profiles() {
        List<Resize> rules = List.of(
                new Resize.ShorterSide(24),
                new Resize.ShorterSide(14),
                new Resize.CentralCrop(87.5),
                new Resize.Stretch(),
                new Resize.Letterbox(114));
        Stream<InputProfile> ruled = rules.stream().flatMap(rule -> Stream.of(Interpolation.values())
                .map(how -> profile(rule, how, ChannelOrder.RGB, Layout.NCHW)));
        return Stream.concat(
                ruled,
                Stream.of(
                        profile(rules.get(0), Interpolation.BILINEAR, ChannelOrder.BGR, Layout.NHWC),
                        profile(rules.get(4), Interpolation.BICUBIC, ChannelOrder.GREY, Layout.NCHW)));
    }

    private static InputProfile profile(Resize resize, Interpolation how, ChannelOrder channels, Layout layout) {
        boolean grey = channels == ChannelOrder.GREY;
        return new InputProfile(
                18,
                20,
                channels,
                layout,
                resize,
                how,
                grey ? List.of(100.0) : List.of(120.0, 110.0, 100.0),
                grey ? List.of(50.0) : List.of(60.0, 55.0, 50.0),
                Output.LOGITS,
                Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void equalsPreprocessingButForItsRounding(InputProfile profile) {
        Picture picture = random(4);
        LinearPreprocessing linear = new LinearPreprocessing(profile, WIDTH, HEIGHT);
        Tensor exact = new Preprocessing(profile).input(picture);
        float[] input = new float[exact.data().length];
        linear.input(linear.levels(picture), input, 0);
        for (int i = 0; i < input.length; i++) {
            // Half a level for each of two roundings; sharpening filters also clip, which only the exact way does.
            double level = 50 * Math.abs(input[i] - exact.data()[i]);
            boolean clipping = profile.interpolation().support() > 1;
            assertTrue(level <= (clipping ? 45 : 1.3), "value " + i + " differs by " + level);
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void transposedIsTheAdjoint(InputProfile profile) {
        LinearPreprocessing linear = new LinearPreprocessing(profile, WIDTH, HEIGHT);
        SplittableRandom random = new SplittableRandom(7);
        int[] shape = profile.shape();
        int size = shape[0] * shape[1] * shape[2];
        float[] x = noise(linear.size(), random);
        float[] y = noise(size, random);
        float[] ofX = new float[size];
        float[] ofZero = new float[size];
        linear.input(x, ofX, 0);
        linear.input(new float[linear.size()], ofZero, 0);
        double forward = 0;
        for (int i = 0; i < size; i++) {
            forward += (ofX[i] - (double) ofZero[i]) * y[i];
        }
        float[] back = linear.transposed(y, 0);
        double backward = 0;
        double scale = 0;
        for (int i = 0; i < back.length; i++) {
            backward += (double) back[i] * x[i];
            scale += Math.abs((double) back[i] * x[i]);
        }
        assertEquals(forward, backward, 1e-4 * scale);
        assertTrue(scale > 0);
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void onlyTheLevelsThatTheNetworkSeesAreReplaced(InputProfile profile) {
        Picture picture = random(9);
        LinearPreprocessing linear = new LinearPreprocessing(profile, WIDTH, HEIGHT);
        assertEquals(picture, linear.with(picture, linear.levels(picture)));
        Picture changed = linear.with(picture, new float[linear.size()]);
        int left = 0;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                left += changed.rgb(x, y) == picture.rgb(x, y) && picture.rgb(x, y) != 0 ? 1 : 0;
            }
        }
        assertEquals(WIDTH * HEIGHT - linear.width() * linear.height(), left);
    }

    private static float[] noise(int size, SplittableRandom random) {
        float[] noise = new float[size];
        for (int i = 0; i < size; i++) {
            noise[i] = (float) (random.nextDouble() - 0.5);
        }
        return noise;
    }

    private static Picture random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] rgb = new byte[3 * WIDTH * HEIGHT];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (1 + random.nextInt(255));
        }
        return Picture.of(WIDTH, HEIGHT, rgb);
    }
}
