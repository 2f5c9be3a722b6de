package vermeer.ui.canvas;

import vermeer.image.Region;

/**
 * What of a picture is in sight, said without the sizes of picture and view, so that views of different pictures can show
 * the same part.
 *
 * @param zoom 1 where the home of the view just fits: the whole picture, or the part of it that a network sees
 * @param centreX the point in the middle of the view, as a share of the home's width from its left edge
 * @param centreY as a share of its height from its top edge
 */
public record Outlook(double zoom, double centreX, double centreY) {
    private static final double CLOSE = 1e-6;

    /** All of the home. */
    public static final Outlook WHOLE = new Outlook(1, 0.5, 0.5);

    static Outlook of(Viewport viewport, Region home, double viewWidth, double viewHeight) {
        if (home.width() <= 0 || home.height() <= 0 || viewWidth <= 0 || viewHeight <= 0) {
            return WHOLE;
        }
        double fitted =
                Viewport.fit(home.width(), home.height(), viewWidth, viewHeight).scale();
        return new Outlook(
                viewport.scale() / fitted,
                (viewport.toPictureX(viewWidth / 2) - home.x()) / home.width(),
                (viewport.toPictureY(viewHeight / 2) - home.y()) / home.height());
    }

    Viewport viewport(Region home, double viewWidth, double viewHeight) {
        double scale = zoom
                * Viewport.fit(home.width(), home.height(), viewWidth, viewHeight)
                        .scale();
        return new Viewport(
                scale,
                viewWidth / 2 - scale * (home.x() + centreX * home.width()),
                viewHeight / 2 - scale * (home.y() + centreY * home.height()));
    }

    /** Whether this is all of the home, in the middle. */
    boolean whole() {
        return near(WHOLE);
    }

    /** Whether nobody could tell this from another. */
    boolean near(Outlook other) {
        return Math.abs(zoom - other.zoom) < CLOSE
                && Math.abs(centreX - other.centreX) < CLOSE
                && Math.abs(centreY - other.centreY) < CLOSE;
    }
}
