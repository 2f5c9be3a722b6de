package vermeer.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.image.Picture;
import vermeer.image.PictureException;
import vermeer.image.PictureReader;
import vermeer.job.Progress;

/** Frames through the worker, compared with the JPEG files that the video is made of. */
class FrameReaderTest {
    private static final int FRAMES = 5;
    private static final int RATE = 10;
    /** Two JPEG decoders may round differently. */
    private static final int LEVELS = 3;

    private static final FrameReader READER = new FrameReader();
    private static final List<Picture> STILLS = new ArrayList<>();

    @TempDir
    static Path folder;

    private static Clip clip;

    @BeforeAll
    static void makeAVideo() throws Exception {
        List<byte[]> jpegs = new ArrayList<>();
        for (int i = 0; i < FRAMES; i++) {
            Path file = folder.resolve(i + ".jpg");
            assertTrue(ImageIO.write(drawing(i), "jpeg", file.toFile()));
            jpegs.add(Files.readAllBytes(file));
            STILLS.add(new PictureReader(null).decode(file, Progress.none()));
        }
        clip = new Clip(MjpegAvi.write(jpegs, 60, 48, RATE, folder.resolve("clip.avi")));
    }

    @AfterAll
    static void close() {
        READER.close();
    }

    private static BufferedImage drawing(int step) {
        BufferedImage image = new BufferedImage(60, 48, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setPaint(new GradientPaint(0, 0, Color.RED, 60, 48, Color.BLUE));
        canvas.fillRect(0, 0, 60, 48);
        canvas.setPaint(Color.GREEN);
        canvas.fillRect(8 * step, 8, 8, 24);
        canvas.dispose();
        return image;
    }

    @Test
    void everyFrameIsTheJpegThatItWasMadeOf() throws Exception {
        for (int i = 0; i < FRAMES; i++) {
            VideoFrame frame = frame(i / (double) RATE, false).orElseThrow();
            assertEquals(i, frame.number());
            assertEquals(RATE, frame.rate());
            assertClose(STILLS.get(i), frame.picture(), false);
        }
        assertEquals(Optional.empty(), frame(FRAMES / (double) RATE, false), "it has ended");
        assertClose(STILLS.get(0), frame(0, false).orElseThrow().picture(), false);
    }

    @Test
    void framesBetweenArePassedOverAndLeftAndRightExchanged() throws Exception {
        assertClose(STILLS.get(0), frame(0.05, true).orElseThrow().picture(), true);
        assertClose(STILLS.get(3), frame(0.35, true).orElseThrow().picture(), true);
    }

    @Test
    void whatIsNoVideoIsOneSentence() throws Exception {
        Path text = Files.writeString(folder.resolve("words.avi"), "RIFF of no use");
        assertTrue(refusal(new Clip(text)).startsWith("words.avi cannot be read as a video"));
        assertTrue(refusal(new Clip(folder.resolve("gone.avi"))).startsWith("gone.avi cannot be found"));
        assertTrue(refusal(new Camera(77, "none")).startsWith("Camera 77 cannot be opened"));
        assertTrue(READER.cameras(Progress.none()).stream().noneMatch(camera -> camera.index() == 77));
    }

    @Test
    void aFrameThatIsLargerThanItsFileSaysIsRefusedBeforeItIsDecoded() throws Exception {
        BufferedImage wide = new BufferedImage(9000, 8, BufferedImage.TYPE_INT_RGB);
        Path file = folder.resolve("wide.jpg");
        assertTrue(ImageIO.write(wide, "jpeg", file.toFile()));
        Path video = MjpegAvi.write(List.of(Files.readAllBytes(file)), 60, 48, RATE, folder.resolve("wide.avi"));
        assertTrue(refusal(new Clip(video)).contains("9000 x 8 pixels"), () -> refusal(new Clip(video)));
    }

    private static Optional<VideoFrame> frame(double seconds, boolean mirrored) throws Exception {
        return READER.frame(clip, seconds, mirrored, Progress.none());
    }

    private static String refusal(VideoSource source) {
        return assertThrows(PictureException.class, () -> READER.frame(source, 0, false, Progress.none()))
                .getMessage();
    }

    private static void assertClose(Picture expected, Picture actual, boolean mirrored) {
        assertEquals(expected.width(), actual.width());
        assertEquals(expected.height(), actual.height());
        int worst = 0;
        for (int y = 0; y < expected.height(); y++) {
            for (int x = 0; x < expected.width(); x++) {
                int a = expected.rgb(x, y);
                int b = actual.rgb(mirrored ? expected.width() - 1 - x : x, y);
                for (int shift = 0; shift < 24; shift += 8) {
                    worst = Math.max(worst, Math.abs((a >> shift & 0xff) - (b >> shift & 0xff)));
                }
            }
        }
        assertTrue(worst <= LEVELS, "a level differs by " + worst);
    }
}
