package vermeer.graph;

/** How large a model's description may be. Weights do not count: they stay in the file. */
final class Limits {
    /** The largest file, in bytes: a protobuf message's own limit. */
    static final long FILE = Integer.MAX_VALUE;
    /** Names, attributes, numbers and messages together. */
    static final long ITEMS = 4_000_000;
    /** Texts and numbers that are copied to the Java heap, in bytes. */
    static final long HEAP = 96L << 20;
    /** One text, such as a value's name or a metadata entry, in bytes. */
    static final int TEXT = 8 << 20;

    static final int NODES = 200_000;
    /** Graphs in graphs. */
    static final int DEPTH = 16;
    /** The rank of a tensor. */
    static final int RANK = 32;
    /** Constants up to this many elements are folded. */
    static final int FOLDED = 1 << 18;

    private Limits() {}
}
