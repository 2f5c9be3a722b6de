package vermeer.image;

/**
 * Lays a map over the picture that it explains, at the picture's own resolution. What the network did not see is darkened
 * and hatched. Window and export draw with this one class, so what is exported is what was seen.
 *
 * @param colours the colour map
 * @param scale the values at its ends
 * @param opacity how much of the picture the map hides, 0 to 1
 * @param smooth whether the map is interpolated between its cells (bilinear), or shows them as they are
 */
public record Overlay(Colormap colours, Scale scale, double opacity, boolean smooth) {
    private static final int FULL = 256;
    private static final int LAST = Colormap.STEPS - 1;
    private static final int HATCH = 16;
    private static final int HATCH_WIDTH = 3;
    private static final int UNSEEN_DARKNESS = 140;
    private static final int HATCH_LIGHTNESS = 56;

    public Overlay {
        if (!(opacity >= 0 && opacity <= 1)) {
            throw new IllegalArgumentException("the opacity must be 0 to 1, not " + opacity);
        }
    }

    /** The colour map that suits the map, half opaque, interpolated. */
    public static Overlay suiting(Heatmap map) {
        Scale scale = Scale.of(map);
        return new Overlay(Colormap.suiting(scale), scale, 0.5, true);
    }

    /**
     * The picture with the map on it.
     *
     * @return the picture's pixels, row by row, as {@code 0xFFRRGGBB}
     */
    public int[] draw(Picture picture, Heatmap map) {
        int[] pixels = new int[picture.width() * picture.height()];
        draw(picture, map, pixels, 0, picture.width());
        return pixels;
    }

    /**
     * Draws the picture with the map on it into a larger drawing.
     *
     * @param target {@code 0xFFRRGGBB}, row by row
     * @param offset the index of the upper left pixel
     * @param stride from one row to the next
     */
    public void draw(Picture picture, Heatmap map, int[] target, int offset, int stride) {
        Axis across = Axis.of(picture.width(), map.region().x(), map.region().width(), map.width(), smooth);
        Axis down = Axis.of(picture.height(), map.region().y(), map.region().height(), map.height(), smooth);
        int weight = (int) Math.round(FULL * opacity);
        float[] shares = shares(map);
        float[] row = new float[map.width()];
        for (int y = 0; y < picture.height(); y++) {
            boolean seen = down.seen(y);
            if (seen) {
                down.row(shares, y, row);
            }
            int at = offset + y * stride;
            for (int x = 0; x < picture.width(); x++) {
                int pixel = 0xff000000 | picture.rgb(x, y);
                target[at + x] =
                        seen && across.seen(x) ? coloured(pixel, across.value(row, x), weight) : unseen(pixel, x, y);
            }
        }
    }

    /** The map's values in steps of the colour map, not yet clipped; interpolating them is interpolating the values. */
    private float[] shares(Heatmap map) {
        float[] shares = new float[map.values().length];
        double steps = scale.empty() ? 0 : LAST / (scale.high() - scale.low());
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (float) ((map.values()[i] - scale.low()) * steps);
        }
        return shares;
    }

    private int coloured(int pixel, float step, int weight) {
        return Float.isNaN(step) ? pixel : mix(pixel, colours.step(Math.round(step)), weight);
    }

    /** The picture alone, with what the network did not see darkened and hatched. */
    public static int[] seen(Picture picture, Region region) {
        Heatmap nothing = new Heatmap(1, 1, new float[1], region, "");
        return new Overlay(Colormap.GREYS, Scale.of(nothing), 0, false).draw(picture, nothing);
    }

    private static int unseen(int pixel, int x, int y) {
        int dark = mix(pixel, 0xff000000, UNSEEN_DARKNESS);
        return (x + y) % HATCH < HATCH_WIDTH ? mix(dark, 0xffffffff, HATCH_LIGHTNESS) : dark;
    }

    /** {@code weight} 256ths of the upper colour over the lower one. */
    private static int mix(int lower, int upper, int weight) {
        int redBlue = (lower & 0xff00ff) * (256 - weight) + (upper & 0xff00ff) * weight >>> 8 & 0xff00ff;
        int green = (lower & 0xff00) * (256 - weight) + (upper & 0xff00) * weight >>> 8 & 0xff00;
        return 0xff000000 | redBlue | green;
    }

    /**
     * Where the pixels of one axis of the picture fall in the map.
     *
     * @param cell the lower of the two cells that a pixel lies between; -1 where the map does not reach
     * @param share how much of the next cell it has, 0 to 1
     */
    private record Axis(int[] cell, float[] share, int cells) {

        static Axis of(int pixels, double start, double length, int cells, boolean smooth) {
            int[] cell = new int[pixels];
            float[] share = new float[pixels];
            for (int i = 0; i < pixels; i++) {
                double place = (i + 0.5 - start) / length * cells;
                if (place < 0 || place > cells) {
                    cell[i] = -1;
                } else if (smooth) {
                    double centred = Math.max(0, Math.min(cells - 1, place - 0.5));
                    cell[i] = (int) centred;
                    share[i] = (float) (centred - cell[i]);
                } else {
                    cell[i] = Math.min(cells - 1, (int) place);
                }
            }
            return new Axis(cell, share, cells);
        }

        boolean seen(int pixel) {
            return cell[pixel] >= 0;
        }

        private int next(int pixel) {
            return Math.min(cells - 1, cell[pixel] + 1);
        }

        float value(float[] row, int pixel) {
            float low = row[cell[pixel]];
            return share[pixel] == 0 ? low : low + share[pixel] * (row[next(pixel)] - low);
        }

        /** A row of the map at the height of a pixel. */
        void row(float[] values, int pixel, float[] row) {
            int lower = cell[pixel] * row.length;
            int upper = next(pixel) * row.length;
            for (int x = 0; x < row.length; x++) {
                float low = values[lower + x];
                row[x] = share[pixel] == 0 ? low : low + share[pixel] * (values[upper + x] - low);
            }
        }
    }
}
