package vermeer.attack;

/** Bilinear stretching of planes from one size to another, and its transpose. */
final class Stretching {
    private final int fromWidth;
    private final int fromHeight;
    private final int toWidth;
    private final int toHeight;

    Stretching(int fromWidth, int fromHeight, int toWidth, int toHeight) {
        this.fromWidth = fromWidth;
        this.fromHeight = fromHeight;
        this.toWidth = toWidth;
        this.toHeight = toHeight;
    }

    /** One target value and one source value that it takes a share of. */
    private interface Link {
        void between(int from, int to, float share);
    }

    /** @param values {@code [channels, fromHeight, fromWidth]} */
    float[] apply(float[] values, int channels) {
        float[] stretched = new float[channels * toWidth * toHeight];
        each(channels, (from, to, share) -> stretched[to] += share * values[from]);
        return stretched;
    }

    /** @param values {@code [channels, toHeight, toWidth]} */
    float[] transposed(float[] values, int channels) {
        float[] gathered = new float[channels * fromWidth * fromHeight];
        each(channels, (from, to, share) -> gathered[from] += share * values[to]);
        return gathered;
    }

    private void each(int channels, Link link) {
        for (int channel = 0; channel < channels; channel++) {
            for (int y = 0; y < toHeight; y++) {
                double row = position(y, fromHeight, toHeight);
                int above = (int) row;
                int below = Math.min(fromHeight - 1, above + 1);
                float down = (float) (row - above);
                for (int x = 0; x < toWidth; x++) {
                    double column = position(x, fromWidth, toWidth);
                    int left = (int) column;
                    int right = Math.min(fromWidth - 1, left + 1);
                    float across = (float) (column - left);
                    int to = (channel * toHeight + y) * toWidth + x;
                    int upper = (channel * fromHeight + above) * fromWidth;
                    int lower = (channel * fromHeight + below) * fromWidth;
                    link.between(upper + left, to, (1 - down) * (1 - across));
                    link.between(upper + right, to, (1 - down) * across);
                    link.between(lower + left, to, down * (1 - across));
                    link.between(lower + right, to, down * across);
                }
            }
        }
    }

    private static double position(int index, int from, int to) {
        return Math.max(0, Math.min(from - 1.0, (index + 0.5) * from / to - 0.5));
    }
}
