package vermeer.ui.canvas;

import vermeer.image.Colormap;
import vermeer.image.ColourBar;
import vermeer.image.Heatmap;
import vermeer.image.Scale;

/**
 * Colours a map for the screen: interpolated as {@link vermeer.image.Overlay} does for export, but apart from the picture,
 * so that opacity can change without drawing anew.
 */
public record MapColouring(Colormap colours, Scale scale) {
    private static final int LONGER_SIDE = 768;

    /** The map, enlarged so that its cells do not show. */
    public MapLayer layer(Heatmap map) {
        return layer(map, LONGER_SIDE);
    }

    /** The map with its longer side at least this long. */
    public MapLayer layer(Heatmap map, int longerSide) {
        double factor = Math.max(1, (double) longerSide / Math.max(map.width(), map.height()));
        return layer(map, (int) Math.round(map.width() * factor), (int) Math.round(map.height() * factor));
    }

    MapLayer layer(Heatmap map, int width, int height) {
        int[] argb = new int[width * height];
        double[] across = new double[map.width()];
        for (int y = 0; y < height; y++) {
            double down = centred((y + 0.5) / height * map.height(), map.height());
            int row = (int) down;
            int next = Math.min(map.height() - 1, row + 1);
            for (int x = 0; x < across.length; x++) {
                across[x] = between(map.at(row, x), map.at(next, x), down - row);
            }
            for (int x = 0; x < width; x++) {
                double place = centred((x + 0.5) / width * map.width(), map.width());
                int cell = (int) place;
                double value = between(across[cell], across[Math.min(across.length - 1, cell + 1)], place - cell);
                argb[y * width + x] = Double.isNaN(value) ? 0 : colours.colour(scale.share(value));
            }
        }
        return new MapLayer(width, height, argb, map.region(), new ColourBar(colours, scale, map.meaning()));
    }

    private static double centred(double place, int cells) {
        return Math.max(0, Math.min(cells - 1, place - 0.5));
    }

    private static double between(double low, double high, double share) {
        return share == 0 ? low : low + share * (high - low);
    }
}
