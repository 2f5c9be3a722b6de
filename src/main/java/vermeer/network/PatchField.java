package vermeer.network;

import java.util.Optional;
import vermeer.image.Region;

/**
 * From a place of a layer to the part of the original picture that it sees.
 *
 * @param field empty where it is not known: then a place sees all that the network sees
 * @param seen the part of the picture that the input covers
 * @param inputHeight rows of the input
 * @param inputWidth columns of the input
 * @param pictureWidth of the original picture
 * @param pictureHeight of the original picture
 */
record PatchField(
        Optional<ReceptiveField> field,
        Region seen,
        int inputHeight,
        int inputWidth,
        int pictureWidth,
        int pictureHeight) {

    Region of(int row, int column) {
        double[] down = field.map(known -> cut(known.rows(), row, inputHeight)).orElse(new double[] {0, inputHeight});
        double[] along =
                field.map(known -> cut(known.columns(), column, inputWidth)).orElse(new double[] {0, inputWidth});
        double tall = seen.height() / inputHeight;
        double wide = seen.width() / inputWidth;
        double left = clamp(seen.x() + along[0] * wide, pictureWidth);
        double right = clamp(seen.x() + along[1] * wide, pictureWidth);
        double top = clamp(seen.y() + down[0] * tall, pictureHeight);
        double bottom = clamp(seen.y() + down[1] * tall, pictureHeight);
        return new Region(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
    }

    /** A place that sees padding only is shown as the pixel at the edge. */
    private static double[] cut(FieldAxis axis, int place, int extent) {
        int from = Math.min(extent - 1, axis.first()[place]);
        return new double[] {from, Math.max(from + 1, axis.end()[place])};
    }

    private static double clamp(double value, int extent) {
        return Math.max(0, Math.min(extent, value));
    }
}
