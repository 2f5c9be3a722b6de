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
        int[] pixels = picture.argb();
        Axis across = Axis.of(picture.width(), map.region().x(), map.region().width(), map.width(), smooth);
        Axis down = Axis.of(picture.height(), map.region().y(), map.region().height(), map.height(), smooth);
        int weight = (int) Math.round(256 * opacity);
        double[] row = new double[map.width()];
        for (int y = 0; y < picture.height(); y++) {
            boolean seen = down.seen(y);
            if (seen) {
                down.row(map, y, row);
            }
            for (int x = 0, at = y * picture.width(); x < picture.width(); x++, at++) {
                double value = seen && across.seen(x) ? across.value(row, x) : 0;
                if (!seen || !across.seen(x)) {
                    pixels[at] = unseen(pixels[at], x, y);
                } else if (!Double.isNaN(value)) {
                    pixels[at] = mix(pixels[at], colours.colour(scale.share(value)), weight);
                }
            }
        }
        return pixels;
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
    private record Axis(int[] cell, double[] share, int cells) {

        static Axis of(int pixels, double start, double length, int cells, boolean smooth) {
            int[] cell = new int[pixels];
            double[] share = new double[pixels];
            for (int i = 0; i < pixels; i++) {
                double place = (i + 0.5 - start) / length * cells;
                if (place < 0 || place > cells) {
                    cell[i] = -1;
                } else if (smooth) {
                    double centred = Math.max(0, Math.min(cells - 1, place - 0.5));
                    cell[i] = (int) centred;
                    share[i] = centred - cell[i];
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

        double value(double[] row, int pixel) {
            double low = row[cell[pixel]];
            return share[pixel] == 0 ? low : low + share[pixel] * (row[next(pixel)] - low);
        }

        void row(Heatmap map, int pixel, double[] row) {
            for (int x = 0; x < row.length; x++) {
                double low = map.at(cell[pixel], x);
                row[x] = share[pixel] == 0 ? low : low + share[pixel] * (map.at(next(pixel), x) - low);
            }
        }
    }
}
