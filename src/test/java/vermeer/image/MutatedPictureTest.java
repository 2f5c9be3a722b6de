package vermeer.image;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vermeer.job.Progress;

/**
 * Damaged files: one to eight bytes changed, one in six cut short. The answer is a picture or one sentence, in time. WebP
 * and TIFF belong in a worker, whose death is tested there; here only what does not loop for ever is tried on TIFF.
 */
class MutatedPictureTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "palette.png", "alpha.png", "rgb16.png", "exif6.png", "q75.jpg", "progressive.jpg", "cmyk.jpg",
                        "exif6.jpg",
                "palette.gif", "offset.gif", "rgb.bmp", "b565.bmp", "palette.bmp", "rgb.tif", "lzw.tif", "cmyk.tif"
            })
    void aDamagedFileIsAPictureOrOneSentence(String name) throws Exception {
        mutate(name, 150);
    }

    @Tag("full")
    @ParameterizedTest
    @ValueSource(
            strings = {"palette.png", "exif6.png", "progressive.jpg", "q75.jpg", "palette.gif", "rgb.bmp", "lzw.tif"})
    void tenThousandDamagedFilesAreAPictureOrOneSentence(String name) throws Exception {
        mutate(name, 10_000);
    }

    private void mutate(String name, int count) throws Exception {
        byte[] seed = Files.readAllBytes(Fixtures.copy("formats/" + name, folder));
        Random random = new Random(name.hashCode());
        Decoder decoder = new WorkerDecoding(Limits.standard());
        Path file = folder.resolve("mutant");
        for (int i = 0; i < count; i++) {
            Files.write(file, mutant(seed, random));
            long start = System.nanoTime();
            outcome(decoder, file, i);
            long seconds = (System.nanoTime() - start) / 1_000_000_000;
            assertTrue(
                    seconds <= Limits.standard().deadline().toSeconds() + 1, "mutant " + i + " took " + seconds + " s");
        }
    }

    private static void outcome(Decoder decoder, Path file, int mutant) {
        try {
            assertNotNull(decoder.decode(file, Progress.none()));
        } catch (PictureException refused) {
            assertTrue(refused.getMessage().matches("mutant .+; .+\\."), refused.getMessage());
        } catch (Throwable anything) {
            fail("mutant " + mutant + " broke out", anything);
        }
    }

    private static byte[] mutant(byte[] seed, Random random) {
        byte[] bytes = random.nextInt(6) == 0 ? Arrays.copyOf(seed, 1 + random.nextInt(seed.length)) : seed.clone();
        for (int changes = 1 + random.nextInt(8); changes > 0; changes--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
