package vermeer.graph.gradient;

import java.util.List;
import java.util.Map;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/**
 * {@code LRN}: {@code y = x / d^beta} with {@code d = bias + alpha / size * (sum of x^2 over neighbouring channels)} (Krizhevsky
 * et al., 2012). The sums over neighbouring channels are 1x1 convolutions with a band matrix.
 */
final class LocalResponseRule implements FirstInputRule {

    @Override
    public String gradient(Step step) throws GraphException {
        Node node = step.node();
        GradientGraph graph = step.graph();
        long[] shape = graph.shape(step.x());
        int channels = Axes.extent(shape, 1, node);
        long[] flat = {shape[0], channels, Axes.product(shape, 2, shape.length, node)};
        int size = Math.toIntExact(node.integer("size", 1));
        float alpha = node.real("alpha", 1e-4f) / size;
        float beta = node.real("beta", 0.75f);
        String x = graph.reshape(step.x(), flat);
        String gradient = graph.reshape(step.gradient(), flat);
        String energy = neighbours(graph, step.square(x), channels, size, false);
        String d = step.add(step.multiply(energy, alpha), node.real("bias", 1));
        String direct = step.multiply(gradient, graph.add("Pow", d, graph.scalar(-beta)));
        String shared = step.divide(step.multiply(direct, x), d);
        String through = step.multiply(x, neighbours(graph, shared, channels, size, true));
        return graph.reshape(step.subtract(direct, step.multiply(through, 2 * alpha * beta)), shape);
    }

    /** The sum over each channel's neighbours, or over the channels whose neighbour it is. */
    private static String neighbours(GradientGraph graph, String value, int channels, int size, boolean turned)
            throws GraphException {
        float[] band = new float[channels * channels];
        for (int channel = 0; channel < channels; channel++) {
            int first = Math.max(0, channel - (size - 1) / 2);
            int last = Math.min(channels - 1, channel + size / 2);
            for (int other = first; other <= last; other++) {
                band[turned ? other * channels + channel : channel * channels + other] = 1;
            }
        }
        String weights = graph.constant(Constant.floats(new long[] {channels, channels, 1}, band));
        return graph.add("Conv", Map.of("kernel_shape", new Attribute.Ints(List.of(1L))), value, weights);
    }
}
