package vermeer.attack.corruption;

import java.util.Arrays;
import java.util.stream.IntStream;
import vermeer.image.Picture;

/** Corruptions that mix neighbouring pixels; beyond the edges the outermost pixels are repeated. */
final class Smear {
    private Smear() {}

    static Picture blur(Picture picture, double deviation, long seed) {
        int radius = Math.max(1, (int) Math.ceil(3 * deviation));
        float[] weights = new float[2 * radius + 1];
        double sum = 0;
        for (int i = -radius; i <= radius; i++) {
            weights[i + radius] = (float) Math.exp(-i * i / (2 * deviation * deviation));
            sum += weights[i + radius];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (weights[i] / sum);
        }
        return lines(lines(Rgb.of(picture), weights, true), weights, false).picture();
    }

    static Picture motion(Picture picture, double length, long seed) {
        int radius = Math.max(1, (int) Math.round(length / 2));
        float[] weights = new float[2 * radius + 1];
        Arrays.fill(weights, 1f / weights.length);
        return lines(Rgb.of(picture), weights, true).picture();
    }

    private static Rgb lines(Rgb from, float[] weights, boolean across) {
        Rgb to = new Rgb(from.width(), from.height());
        int count = across ? from.height() : from.width();
        int length = across ? from.width() : from.height();
        int step = across ? 3 : 3 * from.width();
        int next = across ? 3 * from.width() : 3;
        IntStream.range(0, count).parallel().forEach(line -> {
            for (int colour = 0; colour < 3; colour++) {
                line(from, to, weights, line * next + colour, step, length);
            }
        });
        return to;
    }

    private static void line(Rgb from, Rgb to, float[] weights, int start, int step, int length) {
        int radius = weights.length / 2;
        float[] padded = new float[length + 2 * radius];
        for (int i = 0; i < padded.length; i++) {
            padded[i] = from.get(start + step * Math.max(0, Math.min(length - 1, i - radius)));
        }
        for (int i = 0; i < length; i++) {
            float sum = 0;
            for (int j = 0; j < weights.length; j++) {
                sum += weights[j] * padded[i + j];
            }
            to.set(start + step * i, sum);
        }
    }
}
