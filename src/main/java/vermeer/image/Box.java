package vermeer.image;

/** A rectangle of whole pixels. */
record Box(int x, int y, int width, int height) {

    /** The part that lies inside a picture of this size; its width or height is 0 where nothing does. */
    Box within(int pictureWidth, int pictureHeight) {
        int left = Math.max(0, Math.min(pictureWidth, x));
        int top = Math.max(0, Math.min(pictureHeight, y));
        int right = Math.max(left, Math.min(pictureWidth, x + width));
        int bottom = Math.max(top, Math.min(pictureHeight, y + height));
        return new Box(left, top, right - left, bottom - top);
    }

    /** Copies a box of interleaved levels to where it belongs in a larger or smaller one. */
    static void copy(byte[] from, Box source, byte[] to, Box target, int channels) {
        int left = Math.max(source.x, target.x);
        int count = Math.min(source.x + source.width, target.x + target.width) - left;
        int bottom = Math.min(source.y + source.height, target.y + target.height);
        for (int y = Math.max(source.y, target.y); count > 0 && y < bottom; y++) {
            int at = ((y - source.y) * source.width + left - source.x) * channels;
            int into = ((y - target.y) * target.width + left - target.x) * channels;
            System.arraycopy(from, at, to, into, count * channels);
        }
    }
}
