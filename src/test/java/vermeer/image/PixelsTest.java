package vermeer.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PixelsTest {
    @TempDir
    private Path folder;

    @Test
    void aPngIsReadBackPixelByPixel() throws Exception {
        Picture noise = Fixtures.picture("noise.png", folder);
        Path file = folder.resolve("copy.png");

        Pixels.of(noise).writePng(file);

        assertEquals(noise, Fixtures.read(file));
    }

    @Test
    void aSmallCopyKeepsProportionsAndASmallPictureIsKept() throws Exception {
        Picture noise = Fixtures.picture("noise.png", folder);

        assertEquals(20, noise.fitting(20).width());
        assertEquals(16, noise.fitting(20).height());
        assertEquals(noise, noise.fitting(37));
    }
}
