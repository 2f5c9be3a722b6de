package vermeer.data.augmentation;

/**
 * What saving as JPEG does to a picture: 8 x 8 cosine transforms of luminance and chroma, rounded to multiples of the tables of
 * ITU T.81, annex K, scaled to the quality as the Independent JPEG Group's library does. Chroma is not subsampled. Computed here,
 * so that the same seed gives the same picture whatever codec a Java has.
 */
final class JpegLoss {
    private static final int SIDE = 8;
    private static final int[] LUMINANCE = {
        16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29,
        51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121,
        120, 101, 72, 92, 95, 98, 112, 100, 103, 99
    };
    private static final int[] CHROMA = {
        17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99, 47, 66, 99, 99,
        99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
        99, 99, 99, 99, 99, 99, 99, 99
    };
    private static final double[][] COSINES = cosines();

    private JpegLoss() {}

    /** @param quality 1 to 100 */
    static void apply(float[] levels, int width, int height, double quality) {
        int[][] tables = {scaled(LUMINANCE, quality), scaled(CHROMA, quality), scaled(CHROMA, quality)};
        toChroma(levels);
        double[] block = new double[SIDE * SIDE];
        for (int top = 0; top < height; top += SIDE) {
            for (int left = 0; left < width; left += SIDE) {
                for (int plane = 0; plane < 3; plane++) {
                    load(levels, width, height, left, top, plane, block);
                    round(block, tables[plane]);
                    store(levels, width, height, left, top, plane, block);
                }
            }
        }
        toColours(levels);
    }

    private static int[] scaled(int[] table, double quality) {
        double percent = quality < 50 ? 5000 / Math.max(1, quality) : 200 - 2 * quality;
        int[] scaled = new int[table.length];
        for (int i = 0; i < table.length; i++) {
            scaled[i] = (int) Math.max(1, Math.min(255, Math.floor((table[i] * percent + 50) / 100)));
        }
        return scaled;
    }

    private static void load(float[] levels, int width, int height, int left, int top, int plane, double[] block) {
        for (int i = 0; i < block.length; i++) {
            int x = Math.min(width - 1, left + i % SIDE);
            int y = Math.min(height - 1, top + i / SIDE);
            block[i] = levels[3 * (y * width + x) + plane];
        }
    }

    private static void store(float[] levels, int width, int height, int left, int top, int plane, double[] block) {
        for (int i = 0; i < block.length; i++) {
            int x = left + i % SIDE;
            int y = top + i / SIDE;
            if (x < width && y < height) {
                levels[3 * (y * width + x) + plane] = (float) block[i];
            }
        }
    }

    private static void round(double[] block, int[] table) {
        transform(block, true);
        for (int i = 0; i < block.length; i++) {
            block[i] = Math.rint(block[i] / table[i]) * table[i];
        }
        transform(block, false);
    }

    /** The orthonormal cosine transform of rows and columns, or its inverse. */
    private static void transform(double[] block, boolean forward) {
        double[] line = new double[SIDE];
        for (int direction = 0; direction < 2; direction++) {
            for (int i = 0; i < SIDE; i++) {
                int start = direction == 0 ? i * SIDE : i;
                int step = direction == 0 ? 1 : SIDE;
                for (int k = 0; k < SIDE; k++) {
                    line[k] = 0;
                    for (int n = 0; n < SIDE; n++) {
                        line[k] += (forward ? COSINES[k][n] : COSINES[n][k]) * block[start + n * step];
                    }
                }
                for (int k = 0; k < SIDE; k++) {
                    block[start + k * step] = line[k];
                }
            }
        }
    }

    private static double[][] cosines() {
        double[][] cosines = new double[SIDE][SIDE];
        for (int k = 0; k < SIDE; k++) {
            for (int n = 0; n < SIDE; n++) {
                cosines[k][n] =
                        Math.sqrt((k == 0 ? 1.0 : 2.0) / SIDE) * Math.cos((2 * n + 1) * k * Math.PI / (2 * SIDE));
            }
        }
        return cosines;
    }

    private static void toChroma(float[] levels) {
        for (int i = 0; i < levels.length; i += 3) {
            float red = levels[i];
            float green = levels[i + 1];
            float blue = levels[i + 2];
            levels[i] = 0.299f * red + 0.587f * green + 0.114f * blue - 128;
            levels[i + 1] = -0.168736f * red - 0.331264f * green + 0.5f * blue;
            levels[i + 2] = 0.5f * red - 0.418688f * green - 0.081312f * blue;
        }
    }

    private static void toColours(float[] levels) {
        for (int i = 0; i < levels.length; i += 3) {
            float luminance = levels[i] + 128;
            float blue = levels[i + 1];
            float red = levels[i + 2];
            levels[i] = luminance + 1.402f * red;
            levels[i + 1] = luminance - 0.344136f * blue - 0.714136f * red;
            levels[i + 2] = luminance + 1.772f * blue;
        }
    }
}
