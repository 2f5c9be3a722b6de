package vermeer.graph.shape;

import vermeer.graph.ElementType;

/**
 * Whole numbers that are known up to the batch size N: element i is {@code fixed[i] + perBatch[i] * N}, as shapes computed in the
 * graph are.
 *
 * @param type an integer type
 * @param shape the shape of the tensor that holds them
 */
public record BatchValue(ElementType type, long[] shape, long[] fixed, long[] perBatch) {}
