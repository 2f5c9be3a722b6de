package vermeer.image;

/**
 * How a picture becomes an input: the source rectangle is scaled to {@code scaledWidth} x {@code scaledHeight}, and of that
 * the input is the window that starts at ({@code left}, {@code top}).
 *
 * @param x the source rectangle's left edge in the picture
 * @param y its top edge
 * @param width its width
 * @param height its height
 * @param scaledWidth its width after scaling
 * @param scaledHeight its height after scaling
 * @param left the window's left edge in the scaled rectangle; negative where the input is padded
 * @param top the window's top edge
 */
public record Placement(int x, int y, int width, int height, int scaledWidth, int scaledHeight, int left, int top) {

    /** The part of the picture that an input of this size covers; it reaches beyond the picture where that is padded. */
    public Region region(int inputWidth, int inputHeight) {
        double pixelsAcross = (double) width / scaledWidth;
        double pixelsDown = (double) height / scaledHeight;
        return new Region(
                x + left * pixelsAcross, y + top * pixelsDown, inputWidth * pixelsAcross, inputHeight * pixelsDown);
    }
}
