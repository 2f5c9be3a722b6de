package vermeer.data.augmentation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vermeer.data.Example;
import vermeer.data.LabelledPicture;
import vermeer.image.Decoder;
import vermeer.image.InputProfile;
import vermeer.image.Picture;
import vermeer.image.Preprocessing;
import vermeer.job.Progress;
import vermeer.setting.Settings;

class VariantInputsTest {
    private static final InputProfile PROFILE = InputProfile.imageNet(32, 32);
    private static final Decoder DECODER =
            (file, progress) -> photo(file.getFileName().toString().hashCode());
    private static final LabelledPicture ONE = new LabelledPicture(Path.of("one"), "a/one", 0, "");
    private static final LabelledPicture OTHER = new LabelledPicture(Path.of("other"), "b/other", 1, "");

    private static Picture photo(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] tones = {random.nextInt(150), random.nextInt(150), random.nextInt(150)};
        byte[] rgb = new byte[3 * 60 * 44];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (tones[i % 3] + i / 3 % 60 + (i / 180 % 8) * 4);
        }
        return Picture.of(60, 44, rgb);
    }

    private static Augmentation only(String strength, String value) throws Exception {
        return Settings.apply(Augmentation.none(), Map.of(strength, value));
    }

    private static float[] input(Augmentation how, long seed, Variant variant) throws Exception {
        return new VariantInputs(new Variants(how, 1, Map.of(), seed), PROFILE, DECODER)
                .input(variant, Progress.none())
                .data();
    }

    private static Variant changed(Example example) {
        return new Variant(example, 1, Optional.empty());
    }

    @Test
    void theOriginalIsWhatTheNetworkReadsAtPrediction() throws Exception {
        float[] expected = new Preprocessing(PROFILE)
                .input(DECODER.decode(ONE.file(), Progress.none()))
                .data();

        assertArrayEquals(expected, input(new Augmentation(), 3, new Variant(ONE, 0, Optional.empty())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flip=1",
                "upside-down=1",
                "rotate=40",
                "crop=0.4",
                "zoom=0.4",
                "light=0.5",
                "colour=0.8",
                "blur=5",
                "noise=30",
                "jpeg=90",
                "cutout=0.4"
            })
    void eachChangesThePictureTheSameWayForTheSameSeed(String setting) throws Exception {
        String[] parts = setting.split("=");
        Augmentation how = only(parts[0], parts[1]);

        float[] once = input(how, 7, changed(ONE));

        assertArrayEquals(once, input(how, 7, changed(ONE)));
        assertFalse(Arrays.equals(once, input(Augmentation.none(), 7, changed(ONE))));
        assertTrue(Arrays.stream(boxed(once)).allMatch(value -> value > -2.2 && value < 2.7));
    }

    private static double[] boxed(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    @Test
    void aFlipIsTheMirrorImageToTheLevel() {
        Picture photo = photo(3);
        Augmentation flip = new Augmentation(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        Picture mirrored = Warp.draw(flip, 60, 44, new SplittableRandom(1)).apply(photo);

        for (int y = 0; y < 44; y++) {
            for (int x = 0; x < 60; x++) {
                assertEquals(photo.rgb(59 - x, y), mirrored.rgb(x, y));
            }
        }
    }

    @Test
    void mixupSharesPixelsAndLabels() throws Exception {
        Augmentation mixup = only("mixup", "0.5");
        Variants variants = new Variants(mixup, 20, Map.of(), 5);
        List<Variant> all = variants.of(List.of(ONE, OTHER), List.of("a", "b"));
        Variant mixed = all.stream()
                .filter(variant -> variant.example() == ONE
                        && variant.mixed().isPresent()
                        && variant.mixed().get().example() == OTHER
                        && variant.mixed().get().share() > 0.01)
                .findFirst()
                .orElseThrow();
        float share = (float) mixed.mixed().get().share();

        float[] target = mixed.target(2);
        float[] input = input(mixup, 5, mixed);

        assertArrayEquals(new float[] {1 - share, share}, target, 1e-6f);
        float[] one = input(mixup, 5, changed(ONE));
        float[] other = input(mixup, 5, changed(OTHER));
        for (int i = 0; i < input.length; i += 97) {
            assertEquals(one[i] * (1 - share) + other[i] * share, input[i], 1e-4f);
        }
    }

    @Test
    void multipliersGiveAClassMoreForms() {
        Variants variants = new Variants(new Augmentation(), 2, Map.of("b", 2.5), 5);

        List<Variant> all = variants.of(List.of(ONE, OTHER), List.of("a", "b"));

        assertEquals(3, all.stream().filter(variant -> variant.example() == ONE).count());
        assertEquals(
                6, all.stream().filter(variant -> variant.example() == OTHER).count());
        assertEquals(2, all.stream().filter(Variant::original).count());
        assertEquals(
                2, Variants.none().of(List.of(ONE, OTHER), List.of("a", "b")).size());
    }
}
