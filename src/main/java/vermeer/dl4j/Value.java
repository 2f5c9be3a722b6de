package vermeer.dl4j;

/**
 * A step's output on its way into the graph.
 *
 * @param name its name in the graph
 * @param shape its shape in DL4J, with the batch of the run in front
 * @param moved whether DL4J holds it channels last and the graph channels first
 */
record Value(String name, long[] shape, boolean moved) {

    int rank() {
        return shape.length;
    }

    /** The axis in the graph of an axis in DL4J. */
    int axis(int axisInSource) {
        int axis = axisInSource < 0 ? axisInSource + shape.length : axisInSource;
        return moved ? new int[] {0, 2, 3, 1}[axis] : axis;
    }

    /** A picture's channels. */
    long channels() {
        return moved ? shape[3] : shape[1];
    }

    /** A picture's rows. */
    long rows() {
        return moved ? shape[1] : shape[2];
    }

    /** A picture's columns. */
    long columns() {
        return moved ? shape[2] : shape[3];
    }
}
