package vermeer.trust;

import vermeer.image.Heatmap;
import vermeer.image.Region;

/**
 * A connected part of a map where its evidence is strong.
 *
 * @param top first row of the box around it, in the map
 * @param left first column
 * @param bottom the row after its last
 * @param right the column after its last
 * @param places the number of places that belong to it
 * @param share its share of the map's positive evidence, 0 to 1
 */
public record EvidenceRegion(int top, int left, int bottom, int right, int places, double share) {

    /** The box in the pixels of the original picture. */
    public Region inPicture(Heatmap map) {
        double scaleX = map.region().width() / map.width();
        double scaleY = map.region().height() / map.height();
        return new Region(
                map.region().x() + left * scaleX,
                map.region().y() + top * scaleY,
                (right - left) * scaleX,
                (bottom - top) * scaleY);
    }
}
