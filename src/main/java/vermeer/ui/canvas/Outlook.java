package vermeer.ui.canvas;

/**
 * What of a picture is in sight, said without the sizes of picture and view, so that views of different pictures can show
 * the same part.
 *
 * @param zoom 1 where the whole picture just fits
 * @param centreX the picture's point in the middle of the view, as a share of its width
 * @param centreY as a share of its height
 */
public record Outlook(double zoom, double centreX, double centreY) {
    private static final double CLOSE = 1e-6;

    /** The whole picture. */
    public static final Outlook WHOLE = new Outlook(1, 0.5, 0.5);

    static Outlook of(
            Viewport viewport, double pictureWidth, double pictureHeight, double viewWidth, double viewHeight) {
        if (pictureWidth <= 0 || pictureHeight <= 0 || viewWidth <= 0 || viewHeight <= 0) {
            return WHOLE;
        }
        double fitted =
                Viewport.fit(pictureWidth, pictureHeight, viewWidth, viewHeight).scale();
        return new Outlook(
                viewport.scale() / fitted,
                viewport.toPictureX(viewWidth / 2) / pictureWidth,
                viewport.toPictureY(viewHeight / 2) / pictureHeight);
    }

    Viewport viewport(double pictureWidth, double pictureHeight, double viewWidth, double viewHeight) {
        double scale = zoom
                * Viewport.fit(pictureWidth, pictureHeight, viewWidth, viewHeight)
                        .scale();
        return new Viewport(
                        scale,
                        viewWidth / 2 - scale * centreX * pictureWidth,
                        viewHeight / 2 - scale * centreY * pictureHeight)
                .kept(pictureWidth, pictureHeight, viewWidth, viewHeight);
    }

    /** Whether this is the whole picture in the middle. */
    boolean whole() {
        return Math.abs(zoom - 1) < CLOSE && Math.abs(centreX - 0.5) < CLOSE && Math.abs(centreY - 0.5) < CLOSE;
    }
}
