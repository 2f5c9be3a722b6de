package vermeer.image;

/** The eight ways in which a camera may have stored a picture; tag 274 of EXIF and TIFF. */
enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, true, false),
    UPSIDE_DOWN(false, true, true),
    MIRRORED_UPSIDE_DOWN(false, false, true),
    TRANSPOSED(true, false, false),
    QUARTER_RIGHT(true, true, false),
    TRANSVERSED(true, true, true),
    QUARTER_LEFT(true, false, true);

    private final boolean swapped;
    private final boolean fromRight;
    private final boolean fromBottom;

    /**
     * @param swapped whether the upright picture's rows are stored as columns
     * @param fromRight whether walking right in the upright picture walks backwards in the stored one
     * @param fromBottom whether walking down in the upright picture walks backwards in the stored one
     */
    Orientation(boolean swapped, boolean fromRight, boolean fromBottom) {
        this.swapped = swapped;
        this.fromRight = fromRight;
        this.fromBottom = fromBottom;
    }

    /** The orientation of a tag's value; upright where the value is none of the eight. */
    static Orientation of(int tag) {
        return tag >= 1 && tag <= values().length ? values()[tag - 1] : UPRIGHT;
    }

    /** The picture turned upright. */
    Picture upright(Picture stored) {
        if (this == UPRIGHT) {
            return stored;
        }
        int width = swapped ? stored.height() : stored.width();
        int height = swapped ? stored.width() : stored.height();
        byte[] from = stored.levels();
        byte[] to = new byte[from.length];
        int target = 0;
        for (int y = 0; y < height; y++) {
            int down = fromBottom ? height - 1 - y : y;
            for (int x = 0; x < width; x++) {
                int across = fromRight ? width - 1 - x : x;
                int at = 3 * (swapped ? across * stored.width() + down : down * stored.width() + across);
                to[target++] = from[at];
                to[target++] = from[at + 1];
                to[target++] = from[at + 2];
            }
        }
        return Picture.of(width, height, to).withNotices(stored.notices());
    }
}
