package vermeer.graph.shape;

import java.util.Arrays;
import vermeer.graph.ElementType;

/**
 * What a value is like.
 *
 * @param type the element type
 * @param shape extents as in {@link vermeer.graph}; {@link vermeer.graph.Graph#UNKNOWN} where one is not known
 */
public record TensorType(ElementType type, long[] shape) {

    /** The same shape with another element type. */
    public TensorType as(ElementType other) {
        return new TensorType(other, shape);
    }

    /** The same element type with another shape. */
    public TensorType shaped(long... other) {
        return new TensorType(type, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TensorType that && type == that.type && Arrays.equals(shape, that.shape);
    }

    @Override
    public int hashCode() {
        return 31 * type.hashCode() + Arrays.hashCode(shape);
    }

    @Override
    public String toString() {
        return type + Extents.text(shape);
    }
}
