package vermeer.attack.defence;

import java.util.List;
import vermeer.image.JpegCopy;

/** All defences, in the order of the table. */
public final class Defences {
    private static final List<Defence> ALL = List.of(
            new Defence("jpeg-75", "JPEG, quality 75", false, (picture, draw) -> JpegCopy.of(picture, 75)),
            new Defence("jpeg-30", "JPEG, quality 30", false, (picture, draw) -> JpegCopy.of(picture, 30)),
            new Defence("bit-depth-4", "Bit depth 4", false, (picture, draw) -> Smoothing.bitDepth(picture, 4)),
            new Defence("median-3", "Median filter 3 x 3", false, (picture, draw) -> Smoothing.median(picture)),
            new Defence("random-resize", "Random resize and place", true, Smoothing::randomResize));

    private Defences() {}

    /** Every defence. */
    public static List<Defence> all() {
        return ALL;
    }
}
