package vermeer.model;

/**
 * An inner value of a graph that a method can look at.
 *
 * @param value the value's name in the graph
 * @param operator the operator that writes it
 * @param shape without the batch axis: {@code [channels, rows, columns]} or, for token networks, {@code [tokens, features]}
 */
public record Layer(String value, String operator, int[] shape) {}
