package vermeer.data.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.cache.DiskCache;
import vermeer.data.DataException;
import vermeer.data.Dataset;
import vermeer.data.LabelledPicture;
import vermeer.data.Split;
import vermeer.data.SplitPlan;
import vermeer.data.Splits;
import vermeer.data.Splitting;
import vermeer.data.label.FolderNames;
import vermeer.image.Decoder;
import vermeer.image.Picture;
import vermeer.image.PictureException;
import vermeer.image.PictureReader;
import vermeer.image.Pixels;
import vermeer.job.Cancellation;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

class InspectorTest {
    private static final Decoder READER = new PictureReader((file, progress) -> {
        throw new PictureException("no worker");
    });

    @TempDir
    Path folder;

    /** A photo of soft hills, different for every seed. */
    private static Picture photo(int seed, int width, int height, boolean mirrored, int brighter) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] waves = random.doubles(12, 0.5, 5).toArray();
        byte[] rgb = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double across = (mirrored ? width - 1 - x : x) / (double) width;
                double down = y / (double) height;
                double level = 120;
                for (int wave = 0; wave < waves.length; wave += 3) {
                    level += 22 * Math.sin(waves[wave] * across * 4 + waves[wave + 1] * down * 4 + waves[wave + 2]);
                }
                for (int colour = 0; colour < 3; colour++) {
                    rgb[3 * (y * width + x) + colour] = (byte) Math.min(255, level + brighter + 8 * colour);
                }
            }
        }
        return Picture.of(width, height, rgb);
    }

    private void save(String key, Picture picture) throws IOException {
        Path file = folder.resolve(key);
        Files.createDirectories(file.getParent());
        Pixels.of(picture).writePng(file);
    }

    private Dataset dataset() throws Exception {
        return new FolderNames().read(folder, Progress.none()).dataset();
    }

    private Inspection inspect() throws Exception {
        return new Inspector(READER).inspect(dataset(), Progress.none());
    }

    @Test
    void exactAndNearDuplicatesAreFoundAndOthersAreNot() throws Exception {
        for (int seed = 0; seed < 12; seed++) {
            save("a/" + seed + ".png", photo(seed, 90, 60, false, 0));
        }
        Files.copy(folder.resolve("a/1.png"), folder.resolve("a/copy.png"));
        save("b/smaller.png", photo(3, 48, 32, false, 0));
        save("b/mirrored.png", photo(5, 90, 60, true, 0));
        save("b/brighter.png", photo(7, 90, 60, false, 25));

        List<DuplicateGroup> duplicates = inspect().duplicates();

        assertEquals(
                List.of(
                        List.of("a/1.png", "a/copy.png"),
                        List.of("a/3.png", "b/smaller.png"),
                        List.of("a/5.png", "b/mirrored.png"),
                        List.of("a/7.png", "b/brighter.png")),
                duplicates.stream().map(DuplicateGroup::keys).toList());
        assertTrue(duplicates.get(0).exact());
        assertTrue(!duplicates.get(0).contradicts());
        assertTrue(duplicates.get(1).contradicts());
    }

    @Test
    void flatPicturesOfDifferentTonesAreNotTheSame() {
        PerceptualHash black = PerceptualHash.of(new Luminance(2, 2, new float[4]));
        PerceptualHash grey = PerceptualHash.of(new Luminance(2, 2, new float[] {90, 90, 90, 90}));

        assertTrue(black.near(black));
        assertTrue(!black.near(grey));
    }

    @Test
    void duplicatesAcrossSplitsAreLeaksAndTiesPreventThem() throws Exception {
        for (int seed = 0; seed < 6; seed++) {
            save("train/a/" + seed + ".png", photo(seed, 60, 60, false, 0));
        }
        save("val/a/again.png", photo(2, 50, 50, false, 0));
        save("val/a/other.png", photo(50, 50, 50, false, 0));
        Inspection inspection = inspect();
        Splits byFolder = new Splitting(SplitPlan.standard(1)).of(dataset());
        SplitPlan drawn = SplitPlan.standard(1).withByFolder(false);

        List<DuplicateGroup> leaks = inspection.leaks(byFolder);

        assertEquals(1, leaks.size());
        assertEquals(EnumSet.of(Split.TRAIN, Split.DEV), leaks.get(0).splits(byFolder.assignments()));
        for (int seed = 0; seed < 10; seed++) {
            Splits tied = new Splitting(drawn.withSeed(seed), Map.of(), inspection.ties()).of(dataset());
            assertEquals(List.of(), inspection.leaks(tied));
        }
    }

    @Test
    void picturesThatCannotBeReadAreNamedAndTheRestIsInspected() throws Exception {
        for (int seed = 0; seed < 5; seed++) {
            save("a/" + seed + ".png", photo(seed, 40, 30, false, 0));
        }
        Files.write(folder.resolve("a/2.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3});
        Files.write(folder.resolve("a/3.png"), new byte[0]);

        Inspection inspection = inspect();

        assertEquals(3, inspection.facts().size());
        assertEquals(
                List.of("a/2.png", "a/3.png"),
                inspection.unreadable().stream().map(one -> one.example().key()).toList());
        assertTrue(inspection.unreadable().get(1).reason().contains("3.png is empty"));
        assertEquals(40, inspection.facts().get("a/0.png").width());
    }

    @Test
    void sharpnessAndBrightnessAreMeasured() throws Exception {
        byte[] checks = new byte[3 * 64 * 64];
        for (int i = 0; i < checks.length; i++) {
            checks[i] = (byte) ((i / 3 % 64 / 4 + i / 3 / 64 / 4) % 2 * 200);
        }
        save("a/sharp.png", Picture.of(64, 64, checks));
        save("a/soft.png", photo(1, 64, 64, false, 0));

        Map<String, PictureFacts> facts = inspect().facts();

        assertEquals(100, facts.get("a/sharp.png").brightness(), 0.5);
        assertTrue(facts.get("a/sharp.png").sharpness()
                > 100 * facts.get("a/soft.png").sharpness());
    }

    @Test
    void tenThousandPicturesTakeLittleMemoryAndCanBeCancelled() throws Exception {
        List<LabelledPicture> many = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            many.add(new LabelledPicture(folder.resolve("a/" + i), "a/" + i, 0, ""));
        }
        Dataset dataset = new Dataset(folder, List.of("a"), many);
        Decoder decoder =
                (file, progress) -> noise(file.getFileName().toString().hashCode());
        AtomicInteger reports = new AtomicInteger();

        Inspection inspection =
                new Inspector(decoder).inspect(dataset, new Cancellation((done, total) -> reports.incrementAndGet()));

        assertEquals(10_000, inspection.facts().size());
        assertEquals(List.of(), inspection.duplicates());
        assertEquals(10_001, reports.get());
        Cancellation[] cancellation = new Cancellation[1];
        cancellation[0] = new Cancellation((done, total) -> {
            if (done == 50) {
                cancellation[0].cancel();
            }
        });
        assertThrows(CancelledException.class, () -> new Inspector(decoder).inspect(dataset, cancellation[0]));
    }

    private static Picture noise(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] rgb = new byte[3 * 8 * 8];
        random.nextBytes(rgb);
        return Picture.of(8, 8, rgb);
    }

    @Test
    void theSecondTimeOnlyNewAndChangedFilesAreRead(@TempDir Path home) throws Exception {
        DiskCache cache = new DiskCache(home, 1_000_000);
        for (int seed = 0; seed < 4; seed++) {
            save("a/" + seed + ".png", photo(seed, 40, 30, false, 0));
        }
        AtomicInteger read = new AtomicInteger();
        Decoder counting = (file, progress) -> {
            read.incrementAndGet();
            return READER.decode(file, progress);
        };
        Inspector inspector = new Inspector(counting);
        Inspection first = inspector.inspect(dataset(), KnownFacts.of(folder, cache), Progress.none());
        save("a/2.png", photo(77, 60, 30, false, 0));
        save("a/new.png", photo(88, 40, 30, false, 0));

        Inspection second = inspector.inspect(dataset(), KnownFacts.of(folder, cache), Progress.none());

        assertEquals(6, read.get());
        assertEquals(first.facts().get("a/1.png"), second.facts().get("a/1.png"));
        assertEquals(60, second.facts().get("a/2.png").width());
        assertEquals(new Inspector(READER).inspect(dataset(), Progress.none()), second);
    }

    @Test
    void aFolderThatGoesAwayMeanwhileIsOneSentence() throws Exception {
        for (int seed = 0; seed < 3; seed++) {
            save("a/" + seed + ".png", photo(seed, 20, 20, false, 0));
        }
        Dataset dataset = dataset();
        Decoder removing = (file, progress) -> {
            remove(folder);
            return READER.decode(file, progress);
        };

        DataException gone =
                assertThrows(DataException.class, () -> new Inspector(removing).inspect(dataset, Progress.none()));

        assertTrue(gone.getMessage().contains("was removed"), gone.getMessage());
    }

    private static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
