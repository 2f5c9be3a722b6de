package vermeer.trust;

import vermeer.image.Heatmap;

/** A map at another resolution: bilinear between the centres of its cells, as PyTorch's {@code align_corners=False}. */
final class Upsampling {
    private Upsampling() {}

    static Heatmap bilinear(Heatmap map, int height, int width) {
        if (map.height() == height && map.width() == width) {
            return map;
        }
        float[] values = new float[height * width];
        for (int row = 0; row < height; row++) {
            double y = place(row, height, map.height());
            int top = (int) y;
            int bottom = Math.min(top + 1, map.height() - 1);
            for (int column = 0; column < width; column++) {
                double x = place(column, width, map.width());
                int left = (int) x;
                int right = Math.min(left + 1, map.width() - 1);
                double above = mix(map.at(top, left), map.at(top, right), x - left);
                double below = mix(map.at(bottom, left), map.at(bottom, right), x - left);
                values[row * width + column] = (float) mix(above, below, y - top);
            }
        }
        return new Heatmap(height, width, values, map.region(), map.meaning());
    }

    private static double place(int index, int size, int source) {
        return Math.min(Math.max((index + 0.5) * source / size - 0.5, 0), source - 1);
    }

    private static double mix(double from, double to, double share) {
        return from + (to - from) * share;
    }
}
