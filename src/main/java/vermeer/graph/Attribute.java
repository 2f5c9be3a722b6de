package vermeer.graph;

import java.util.List;

/** A setting of a {@link Node}, fixed when the graph is made. */
public sealed interface Attribute {

    /** A whole number, also used for flags (0 or 1). */
    record Int(long value) implements Attribute {}

    /** A float32 number. */
    record Real(float value) implements Attribute {}

    /** A text, such as {@code auto_pad}'s SAME_UPPER or an Einsum's equation. */
    record Text(String value) implements Attribute {}

    /** Whole numbers, such as strides. */
    record Ints(List<Long> values) implements Attribute {}

    /** Float32 numbers. */
    record Reals(List<Float> values) implements Attribute {}

    /** Texts. */
    record Texts(List<String> values) implements Attribute {}

    /** A constant, as {@code Constant} nodes carry. */
    record Value(Constant constant) implements Attribute {}

    /** A graph in a graph, as {@code If} carries. */
    record Body(Graph graph) implements Attribute {}
}
