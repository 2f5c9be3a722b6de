package vermeer.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplingTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "BILINEAR, 16, 12", "BILINEAR, 37, 12", "BILINEAR, 80, 61", "BILINEAR, 11, 29",
        "BICUBIC, 16, 12", "BICUBIC, 37, 12", "BICUBIC, 80, 61", "BICUBIC, 11, 29",
        "LANCZOS, 16, 12", "LANCZOS, 37, 12", "LANCZOS, 80, 61", "LANCZOS, 11, 29",
        "NEAREST, 16, 12", "NEAREST, 37, 12", "NEAREST, 80, 61", "NEAREST, 11, 29"
    })
    void everyLevelIsPillows(Interpolation how, int width, int height) throws Exception {
        Picture noise = Fixtures.picture("noise.png", folder);
        String expected = "noise." + how.name().toLowerCase(Locale.ROOT) + "." + width + "x" + height + ".npy";

        byte[] resized = Resampling.resize(noise.levels(), noise.width(), noise.height(), 3, width, height, how);

        assertArrayEquals(Fixtures.levels(Fixtures.array(expected, folder)), resized);
    }

    @Test
    void greyIsPillowsModeL() throws Exception {
        Picture noise = Fixtures.picture("noise.png", folder);

        assertArrayEquals(Fixtures.levels(Fixtures.array("noise.grey.npy", folder)), Grey.levels(noise));
    }

    @Test
    void theSameSizeCostsNothing() {
        byte[] levels = new byte[12];

        assertSame(levels, Resampling.resize(levels, 2, 2, 3, 2, 2, Interpolation.BICUBIC));
    }
}
