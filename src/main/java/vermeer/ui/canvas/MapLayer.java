package vermeer.ui.canvas;

import vermeer.image.ColourBar;
import vermeer.image.Region;

/**
 * A coloured map, ready to be laid over its picture.
 *
 * @param argb {@code width * height} colours, row by row; opaque, or clear where the map has no value yet
 * @param region the part of the picture it covers
 * @param legend what its colours mean
 */
public record MapLayer(int width, int height, int[] argb, Region region, ColourBar legend) {}
