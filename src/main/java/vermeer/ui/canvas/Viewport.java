package vermeer.ui.canvas;

/**
 * How a picture lies in a view: picture point {@code p} is shown at {@code scale * p + (x, y)}.
 *
 * @param scale view pixels a picture pixel
 * @param x where the picture's left edge is, in view pixels
 * @param y where its top edge is
 */
public record Viewport(double scale, double x, double y) {
    static final double SMALLEST = 1.0 / 64;
    static final double LARGEST = 64;
    private static final double KEPT_IN_SIGHT = 40;

    /** The whole picture, centred, as large as fits. */
    public static Viewport fit(double pictureWidth, double pictureHeight, double viewWidth, double viewHeight) {
        if (pictureWidth <= 0 || pictureHeight <= 0 || viewWidth <= 0 || viewHeight <= 0) {
            return new Viewport(1, 0, 0);
        }
        double scale = limited(Math.min(viewWidth / pictureWidth, viewHeight / pictureHeight));
        return centred(scale, pictureWidth, pictureHeight, viewWidth, viewHeight);
    }

    /** The picture's middle in the view's middle at this scale. */
    public static Viewport centred(
            double scale, double pictureWidth, double pictureHeight, double viewWidth, double viewHeight) {
        return new Viewport(scale, (viewWidth - scale * pictureWidth) / 2, (viewHeight - scale * pictureHeight) / 2);
    }

    /** Zoomed so that the picture point under this view point stays there. */
    public Viewport zoomed(double factor, double viewX, double viewY) {
        double newScale = limited(scale * factor);
        double ratio = newScale / scale;
        return new Viewport(newScale, viewX - (viewX - x) * ratio, viewY - (viewY - y) * ratio);
    }

    public Viewport panned(double dx, double dy) {
        return new Viewport(scale, x + dx, y + dy);
    }

    /** Moved, where needed, so that a strip of the picture stays in sight. */
    public Viewport kept(double pictureWidth, double pictureHeight, double viewWidth, double viewHeight) {
        return new Viewport(
                scale, kept(x, scale * pictureWidth, viewWidth), kept(y, scale * pictureHeight, viewHeight));
    }

    public double toPictureX(double viewX) {
        return (viewX - x) / scale;
    }

    public double toPictureY(double viewY) {
        return (viewY - y) / scale;
    }

    private static double kept(double edge, double length, double view) {
        double strip = Math.min(KEPT_IN_SIGHT, Math.min(length, view));
        return Math.max(strip - length, Math.min(view - strip, edge));
    }

    private static double limited(double scale) {
        return Math.max(SMALLEST, Math.min(LARGEST, scale));
    }
}
