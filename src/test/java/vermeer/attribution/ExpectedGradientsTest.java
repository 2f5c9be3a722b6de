package vermeer.attribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.engine.EngineException;
import vermeer.image.Layout;
import vermeer.image.Picture;
import vermeer.image.Pixels;
import vermeer.image.Region;
import vermeer.job.Progress;
import vermeer.model.Target;
import vermeer.setting.Settings;
import vermeer.tensor.Tensor;

class ExpectedGradientsTest {
    private static final int SIDE = PlantedNetwork.SIDE;

    @TempDir
    Path folder;

    private final PlantedNetwork network = new PlantedNetwork(Layout.NCHW, false);

    /**
     * Where every feature stays positive along the path the network is linear, so that the expectation over baselines is the mean
     * of integrated gradients, and both are exact at any number of samples.
     */
    @Test
    void onALinearStretchItIsTheMeanOfIntegratedGradients() throws Exception {
        write("bright.png", 0xff00ff);
        write("middle.png", 0xb000c0);
        Subject subject = new Subject(bright(), new Region(0, 0, SIDE, SIDE), Target.of(0, "first"));
        Tensor expected = mean(subject, network.input(picture(0xff00ff)), network.input(picture(0xb000c0)));
        Attribution actual = explain(new ExpectedGradients(folder, 10, 40, 3, Reduction.SUM), subject);
        assertArrayEquals(expected.data(), actual.channels().orElseThrow().data(), 1e-5f);
        assertEquals(0, actual.facts().get("completenessError"), 1e-4);
        assertTrue(actual.facts().get("sum") != 0);
        assertTrue(actual.details().get("baselines").startsWith("2 of 2 pictures"));
    }

    @Test
    void sharesAddUpBetterWithMoreSamples() throws Exception {
        Subject subject = new Subject(network.picture(), new Region(0, 0, SIDE, SIDE), Target.of(0, "first"));
        double few = explain(samples(12), subject).facts().get("completenessError");
        Attribution many = explain(samples(1_200), subject);
        assertTrue(many.facts().get("completenessError") < few / 4, many.facts() + " after " + few);
        assertTrue(many.facts().get("completenessError")
                < 0.02 * Math.abs(many.facts().get("expected")));
    }

    @Test
    void aFileThatIsNoPictureIsLeftOutAndSaid() throws Exception {
        write("one.png", 0xff0000);
        Files.writeString(folder.resolve("two.png"), "not a picture");
        Subject subject = new Subject(network.picture(), new Region(0, 0, SIDE, SIDE), Target.of(0, "first"));
        Attribution made = explain(new ExpectedGradients(folder, 10, 4, 3, Reduction.SUM), subject);
        assertTrue(made.details().get("baselines").endsWith(", 1 could not be read"), made.details() + "");
    }

    @Test
    void aFolderWithoutPicturesIsRefusedInOneSentence() {
        Subject subject = new Subject(network.picture(), new Region(0, 0, SIDE, SIDE), Target.of(0, "first"));
        String empty = assertThrows(EngineException.class, () -> explain(in(folder), subject))
                .getMessage();
        assertTrue(empty.contains("has no picture"), empty);
        String missing = assertThrows(EngineException.class, () -> explain(in(folder.resolve("none")), subject))
                .getMessage();
        assertTrue(missing.contains("cannot be read"), missing);
    }

    @Test
    void theFolderIsASettingLikeOthers() throws Exception {
        ExpectedGradients changed = Settings.apply(new ExpectedGradients(), Map.of("folder", folder.toString()));
        assertEquals(folder, changed.folder());
        assertEquals(changed, Settings.apply(new ExpectedGradients(), Settings.texts(changed)));
        assertFalse(Settings.of(changed).get(0).help().isEmpty());
    }

    private static ExpectedGradients in(Path folder) {
        return new ExpectedGradients(folder, 10, 4, 3, Reduction.SUM);
    }

    private static ExpectedGradients samples(int samples) {
        return new ExpectedGradients(Path.of(""), 10, samples, 3, Reduction.SUM);
    }

    private Attribution explain(AttributionMethod method, Subject subject) throws Exception {
        return method.explain(network, subject, Sketch.none(), Progress.none());
    }

    private Tensor mean(Subject subject, Tensor... baselines) throws Exception {
        float[] gradient = network.gradient(subject.input(), subject.target(), Progress.none())
                .input()
                .data();
        float[] mean = new float[gradient.length];
        for (Tensor baseline : baselines) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += gradient[i] * (subject.input().data()[i] - baseline.data()[i]) / baselines.length;
            }
        }
        return new Tensor(subject.input().shape(), mean);
    }

    private Tensor bright() {
        Tensor bright = network.picture();
        for (int i = 0; i < bright.data().length; i++) {
            bright.data()[i] = 0.5f + 0.4f * bright.data()[i] + i % 7 * 0.01f;
        }
        return bright;
    }

    private void write(String name, int rgb) throws Exception {
        int[] pixels = new int[SIDE * SIDE];
        Arrays.fill(pixels, rgb);
        new Pixels(SIDE, SIDE, pixels).writePng(folder.resolve(name));
    }

    private static Picture picture(int rgb) {
        byte[] levels = new byte[3 * SIDE * SIDE];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) (rgb >> (16 - 8 * (i % 3)));
        }
        return Picture.of(SIDE, SIDE, levels);
    }
}
