package vermeer.image;

/** The order of axes in a batch of pictures: pictures, channels, rows, columns or pictures, rows, columns, channels. */
public enum Layout {
    NCHW,
    NHWC;

    /** The channels of an input of this shape, given without its batch axis. */
    public int channels(int[] itemShape) {
        return this == NCHW ? itemShape[0] : itemShape[2];
    }

    /** The rows of an input of this shape, given without its batch axis. */
    public int height(int[] itemShape) {
        return this == NCHW ? itemShape[1] : itemShape[0];
    }

    /** The columns of an input of this shape, given without its batch axis. */
    public int width(int[] itemShape) {
        return this == NCHW ? itemShape[2] : itemShape[1];
    }

    /** The index of a value in one picture of this shape. */
    public int index(int[] itemShape, int channel, int row, int column) {
        return this == NCHW
                ? (channel * itemShape[1] + row) * itemShape[2] + column
                : (row * itemShape[1] + column) * itemShape[2] + channel;
    }
}
