package vermeer.ui.tuning.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import vermeer.image.Picture;
import vermeer.image.Pixels;

/** Folders of made-up photos: soft hills, different for every seed. */
public final class Photos {
    private Photos() {}

    public static void save(Path folder, String key, int seed) throws IOException {
        Path file = folder.resolve(key);
        Files.createDirectories(file.getParent());
        Pixels.of(photo(seed)).writePng(file);
    }

    private static Picture photo(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] waves = random.doubles(12, 0.5, 5).toArray();
        int width = 48;
        int height = 36;
        byte[] rgb = new byte[3 * width * height];
        for (int i = 0; i < rgb.length; i++) {
            double x = i / 3 % width / (double) width;
            double y = i / 3 / width / (double) height;
            double level = 120 + 10 * (i % 3);
            for (int wave = 0; wave < waves.length; wave += 3) {
                level += 22 * Math.sin(waves[wave] * x * 4 + waves[wave + 1] * y * 4 + waves[wave + 2]);
            }
            rgb[i] = (byte) Math.min(255, level);
        }
        return Picture.of(width, height, rgb);
    }
}
