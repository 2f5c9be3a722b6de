package vermeer.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vermeer.job.Cancellation;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

/** Every kind of file that Pillow writes is read as Pillow's {@code exif_transpose(...).convert("RGB")} reads it. */
class PictureReaderTest {
    private static final Decoder NO_WORKER = (file, progress) -> {
        throw new AssertionError("the worker was asked for " + file);
    };

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rgb.png",
                "rgb16.png",
                "rgb-trns.png",
                "alpha.png",
                "grey.png",
                "greyalpha.png",
                "bw.png",
                "1x1.png",
                "palette.png",
                "palette2.png",
                "palette4.png",
                "palette16.png",
                "palette-trans.png",
                "grey.jpg",
                "q75.jpg",
                "q75-422.jpg",
                "q95-444.jpg",
                "odd.jpg",
                "progressive.jpg",
                "keeprgb.jpg",
                "cmyk.jpg",
                "icc.jpg",
                "rgb.bmp",
                "grey.bmp",
                "palette.bmp",
                "bw.bmp",
                "b555.bmp",
                "b565.bmp",
                "grey.gif",
                "palette.gif",
                "palette-trans.gif",
                "anim.gif",
                "offset.gif",
                "offset-trans.gif",
                "rgb.tif",
                "lzw.tif",
                "deflate.tif",
                "packbits.tif",
                "jpeg.tif",
                "g4.tif",
                "bw.tif",
                "grey.tif",
                "palette.tif",
                "alpha.tif",
                "cmyk.tif",
                "lossless.webp",
                "alpha.webp",
                "exif1.jpg",
                "exif2.jpg",
                "exif3.jpg",
                "exif4.jpg",
                "exif5.jpg",
                "exif6.jpg",
                "exif7.jpg",
                "exif8.jpg",
                "exif6.png",
                "exif6.tif",
                "exif6.webp"
            })
    void everyLevelIsPillows(String name) throws Exception {
        Picture picture = Fixtures.read(Fixtures.copy("formats/" + name, folder));
        Tensor expected = Fixtures.array("formats/" + name + ".npy", folder);

        assertArrayEquals(expected.shape(), new int[] {picture.height(), picture.width(), 3});
        assertArrayEquals(Fixtures.levels(expected), picture.levels());
        assertEquals(List.of(), picture.notices());
    }

    @ParameterizedTest
    @ValueSource(strings = {"grey16.png", "grey16.tif"})
    void greyOf16BitsKeepsItsHighByteWherePillowWouldClipIt(String name) throws Exception {
        Picture picture = Fixtures.read(Fixtures.copy("formats/" + name, folder));
        Picture noise = Fixtures.picture("noise.png", folder);

        for (int y = 0; y < noise.height(); y++) {
            for (int x = 0; x < noise.width(); x++) {
                assertEquals((noise.rgb(x, y) >> 16) * 0x010101, picture.rgb(x, y));
            }
        }
    }

    @Test
    void theNameOfAFileDoesNotDecideWhatItIs() throws Exception {
        Path file = Fixtures.copy("formats/q75.jpg", folder);
        Path renamed = Files.move(file, folder.resolve("picture.png"));

        assertEquals(Fixtures.read(Fixtures.copy("formats/q75.jpg", folder)), Fixtures.read(renamed));
    }

    @Test
    void theDangerousFormatsGoToTheWorker() throws Exception {
        List<Path> asked = new ArrayList<>();
        Picture answer = Picture.of(1, 1, new byte[3]);
        PictureReader reader = new PictureReader((file, progress) -> {
            asked.add(file);
            return answer;
        });
        Path webp = Fixtures.copy("formats/lossless.webp", folder);
        Path tiff = Fixtures.copy("formats/rgb.tif", folder);

        assertEquals(answer, reader.read(webp, Progress.none()));
        assertEquals(answer, reader.read(tiff, Progress.none()));
        assertEquals(List.of(webp, tiff), asked);
    }

    @Test
    void lossyWebPIsCloseToPillows() throws Exception {
        Picture picture = Fixtures.read(Fixtures.copy("formats/lossy.webp", folder));

        byte[] expected = Fixtures.levels(Fixtures.array("formats/lossy.webp.npy", folder));

        double sum = 0;
        for (int i = 0; i < expected.length; i++) {
            sum += Math.abs((picture.levels()[i] & 0xff) - (expected[i] & 0xff));
        }
        assertTrue(sum / expected.length < 2, "mean difference " + sum / expected.length);
    }

    @Test
    void whatIsNoPictureIsNamed() throws Exception {
        Path pdf = Files.write(folder.resolve("paper.png"), "%PDF-1.7 and more".getBytes(StandardCharsets.UTF_8));
        Path empty = Files.createFile(folder.resolve("empty.png"));

        assertEquals("paper.png is a PDF document; open a PNG, JPEG, GIF, BMP, TIFF or WebP picture.", refusal(pdf));
        assertEquals("empty.png is empty; copy or download it again.", refusal(empty));
        assertTrue(refusal(folder.resolve("gone.png")).startsWith("gone.png does not exist; check the path"));
        assertTrue(refusal(folder).endsWith("is not a file; choose a picture file."));
    }

    private static String refusal(Path file) {
        return assertThrows(PictureException.class, () -> new PictureReader(NO_WORKER).read(file, Progress.none()))
                .getMessage();
    }

    @Test
    void aCutJpegIsRefusedAndNotShownHalfGrey() throws Exception {
        Path file = Fixtures.copy("formats/q95-444.jpg", folder);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 600));

        assertEquals("q95-444.jpg ends before its picture does; copy or download it again.", refusal(file));
    }

    @Test
    void cancellingStopsReading() throws Exception {
        Path file = Fixtures.copy("formats/rgb.png", folder);
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();

        assertThrows(CancelledException.class, () -> new PictureReader(NO_WORKER).read(file, cancelled));
    }
}
