package vermeer.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.image.Limits;
import vermeer.image.Picture;
import vermeer.image.PictureException;
import vermeer.image.PictureReader;
import vermeer.image.WorkerDecoding;
import vermeer.job.Cancellation;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

class WorkerDecoderTest {
    private static final WorkerDecoder DECODER = new WorkerDecoder(Limits.standard());

    @TempDir
    Path folder;

    @AfterAll
    static void close() {
        DECODER.close();
    }

    private Path tiff() throws IOException {
        BufferedImage image = new BufferedImage(31, 17, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(5);
        for (int i = 0; i < 31 * 17; i++) {
            image.setRGB(i % 31, i / 31, random.nextInt(1 << 24));
        }
        Path file = folder.resolve("picture.tif");
        assertTrue(ImageIO.write(image, "TIFF", file.toFile()));
        Path same = folder.resolve("picture.png");
        assertTrue(ImageIO.write(image, "PNG", same.toFile()));
        return file;
    }

    @Test
    void aTiffReadByTheWorkerEqualsTheSamePictureReadHere() throws Exception {
        PictureReader reader = new PictureReader(DECODER);
        Picture here = reader.read(sibling(tiff(), "picture.png"), Progress.none());
        Picture there = reader.read(folder.resolve("picture.tif"), Progress.none());
        assertEquals(here, there);
    }

    @Test
    void aWebPReadByTheWorkerEqualsTheSamePictureReadHere() throws Exception {
        Path file = Path.of(WorkerDecoderTest.class
                .getResource("/vermeer/image/formats/lossy.webp")
                .toURI());
        Picture here = new WorkerDecoding(Limits.standard()).decode(file, Progress.none());
        assertEquals(here, new PictureReader(DECODER).read(file, Progress.none()));
    }

    private static Path sibling(Path file, String name) {
        return file.resolveSibling(name);
    }

    @Test
    void aDamagedFileIsOneSentenceThatNamesIt() throws Exception {
        byte[] whole = Files.readAllBytes(tiff());
        Path cut = Files.write(folder.resolve("cut.tif"), Arrays.copyOf(whole, whole.length / 3));
        PictureException damaged = assertThrows(PictureException.class, () -> DECODER.decode(cut, Progress.none()));
        assertTrue(damaged.getMessage().contains("cut.tif"), damaged.getMessage());
        assertTrue(damaged.getMessage().endsWith("."), damaged.getMessage());
    }

    @Test
    void manyDamagedFilesAreAnsweredByOneProcess() throws Exception {
        byte[] whole = Files.readAllBytes(tiff());
        Random random = new Random(8);
        Path mutant = folder.resolve("mutant.tif");
        for (int i = 0; i < 100; i++) {
            byte[] changed = whole.clone();
            for (int j = 0; j < 6; j++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            Files.write(mutant, changed);
            try {
                DECODER.decode(mutant, Progress.none());
            } catch (PictureException refused) {
                assertTrue(refused.getMessage().contains("mutant.tif"), refused.getMessage());
            }
        }
    }

    @Test
    void aFileThatTakesTooLongIsStoppedAtTheDeadline() throws Exception {
        Limits standard = Limits.standard();
        Limits none = new Limits(
                standard.fileBytes(),
                standard.pixels(),
                standard.reducedSide(),
                standard.side(),
                Duration.ZERO,
                standard.ratio(),
                standard.ratioFreePixels());
        try (WorkerDecoder hasty = new WorkerDecoder(none)) {
            long start = System.nanoTime();
            Path file = tiff();
            PictureException late = assertThrows(PictureException.class, () -> hasty.decode(file, Progress.none()));
            assertTrue(late.getMessage().contains("picture.tif"), late.getMessage());
            assertTrue(System.nanoTime() - start < 3_000_000_000L);
        }
    }

    /** 354 bytes that kept TwelveMonkeys' bare reader busy for more than 25 s; a fuzzer made them from lossless.webp. */
    @Test
    void aWebPThatHangsItsReaderIsRefusedInTime() throws Exception {
        Path hang = Path.of(
                WorkerDecoderTest.class.getResource("/vermeer/image/hang.webp").toURI());
        Limits limits = Limits.standard();
        long start = System.nanoTime();
        PictureException refused = assertThrows(PictureException.class, () -> DECODER.decode(hang, Progress.none()));
        assertTrue(refused.getMessage().contains("hang.webp"), refused.getMessage());
        assertTrue(System.nanoTime() - start < limits.deadline().toNanos() + 1_000_000_000L);
    }

    @Test
    void aCancelledDecodingIsCancelled() throws Exception {
        Path file = tiff();
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        assertThrows(CancelledException.class, () -> DECODER.decode(file, cancelled));
    }

    @Test
    void aFileThatIsNoPictureIsOneSentence() throws Exception {
        Path text = Files.write(folder.resolve("text.webp"), "RIFFxxxxWEBPVP8 ".getBytes(StandardCharsets.US_ASCII));
        PictureException refused = assertThrows(PictureException.class, () -> DECODER.decode(text, Progress.none()));
        assertTrue(refused.getMessage().contains("text.webp"), refused.getMessage());
    }
}
