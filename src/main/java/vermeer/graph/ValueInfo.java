package vermeer.graph;

/**
 * A graph's input or output as declared.
 *
 * @param shape extents; {@code -1} for the batch. {@link Graph#UNKNOWN} for an extent that the file leaves open
 */
public record ValueInfo(String name, ElementType type, long[] shape) {}
