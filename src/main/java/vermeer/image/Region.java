package vermeer.image;

/**
 * A rectangle of the original, upright picture, in its pixels; fractions occur where a crop was scaled.
 *
 * @param x the left edge, 0 at the picture's left edge; may be negative where a picture was padded
 * @param y the top edge
 */
public record Region(double x, double y, double width, double height) {}
