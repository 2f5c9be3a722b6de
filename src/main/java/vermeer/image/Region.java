package vermeer.image;

/**
 * A rectangle of the original, upright picture, in its pixels; fractions occur where a crop was scaled.
 *
 * @param x the left edge, 0 at the picture's left edge; may be negative where a picture was padded
 * @param y the top edge
 */
public record Region(double x, double y, double width, double height) {

    /** The whole of a picture. */
    public static Region of(Picture picture) {
        return new Region(0, 0, picture.width(), picture.height());
    }

    /** The same part of a picture that is {@code across} times as wide and {@code down} times as high. */
    public Region scaled(double across, double down) {
        return new Region(x * across, y * down, width * across, height * down);
    }

    public boolean contains(double pointX, double pointY) {
        return pointX >= x && pointX < x + width && pointY >= y && pointY < y + height;
    }
}
