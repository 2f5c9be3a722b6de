package vermeer.graph;

/** Counts what a model's description takes, so that a small file cannot fill the Java heap. */
final class Budget {
    private long items;
    private long bytes;
    private int nodes;

    void spend(int heapBytes) throws GraphException {
        items++;
        bytes += heapBytes;
        if (items > Limits.ITEMS || bytes > Limits.HEAP) {
            throw new GraphException(
                    "the description of the network is larger than any real one; the file is damaged or not meant to"
                            + " be opened");
        }
    }

    void node() throws GraphException {
        if (++nodes > Limits.NODES) {
            throw new GraphException("the network has more than " + Limits.NODES + " nodes, which is the limit");
        }
    }
}
