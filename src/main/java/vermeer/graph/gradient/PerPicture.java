package vermeer.graph.gradient;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import vermeer.graph.Attribute;
import vermeer.graph.GraphException;

/**
 * Sums over everything that belongs to one picture.
 *
 * @param batch the extent of the graph's input along its first axis; negative where it is free
 */
record PerPicture(long batch) {

    /**
     * The sum of a value's elements, {@code [batch, 1]}.
     *
     * @throws GraphException where the value's first axis does not tell pictures apart
     */
    String sum(GradientGraph graph, String value) throws GraphException {
        long[] shape = graph.shape(value);
        boolean apart = shape.length > 0
                && shape[0] < 0 == batch < 0
                && shape[0] % batch == 0
                && LongStream.of(shape).skip(1).allMatch(extent -> extent >= 0);
        if (!apart) {
            throw new GraphException("The value '" + value + "' mixes pictures, so it has no sum for each of them.");
        }
        long size = LongStream.of(shape).reduce(1, Math::multiplyExact) / batch;
        Map<String, Attribute> keeping = Map.of("keepdims", new Attribute.Int(1));
        return graph.add("ReduceSum", keeping, graph.reshape(value, batch, size), graph.integers(1));
    }

    /** The sum of sums, {@code [batch, 1]}; zeros where there are none. */
    String total(GradientGraph graph, List<String> sums) throws GraphException {
        String total = graph.expand(graph.scalar(0), batch, 1);
        for (String sum : sums) {
            total = graph.add("Add", total, sum);
        }
        return total;
    }
}
