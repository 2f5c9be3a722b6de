package vermeer.ui.canvas;

import vermeer.image.Region;

/**
 * Where the part of the original picture that a network sees lies in the picture that is shown, which may be the network's
 * input itself.
 *
 * @param original the part seen, in pixels of the original picture
 * @param shown the same part, in pixels of the shown picture
 */
record Frame(Region original, Region shown) {

    Region toShown(Region box) {
        return moved(box, original, shown);
    }

    Region toOriginal(Region box) {
        return moved(box, shown, original);
    }

    private static Region moved(Region box, Region from, Region to) {
        double across = to.width() / from.width();
        double down = to.height() / from.height();
        return new Region(
                to.x() + (box.x() - from.x()) * across,
                to.y() + (box.y() - from.y()) * down,
                box.width() * across,
                box.height() * down);
    }
}
