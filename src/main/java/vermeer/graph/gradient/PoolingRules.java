package vermeer.graph.gradient;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/** Maximum, average and Lp pooling, local and global. */
final class PoolingRules {

    /** By operator. */
    static final Map<String, GradientRule> RULES = rules();

    private PoolingRules() {}

    private static Map<String, GradientRule> rules() {
        Map<String, FirstInputRule> rules = Map.of(
                "MaxPool", PoolingRules::maximum,
                "AveragePool", PoolingRules::average,
                "LpPool", PoolingRules::lp,
                "GlobalMaxPool", PoolingRules::globalMaximum,
                "GlobalAveragePool", PoolingRules::globalAverage,
                "GlobalLpPool", PoolingRules::globalLp);
        return Map.copyOf(rules);
    }

    /** Each gradient goes to the place of its maximum: of several equal ones to the first, as in PyTorch. */
    private static String maximum(Step step) throws GraphException {
        Node node = step.node();
        GradientGraph graph = step.graph();
        if (node.integer("storage_order", 0) != 0) {
            throw new GraphException(
                    "The operator " + node.describe() + " counts columns first, which has no gradient rule.");
        }
        String places = graph.alsoOutput(node, 1);
        long[] shape = graph.shape(step.x());
        long[] pooled = graph.shape(step.gradient());
        String flat = graph.reshape(step.x(), Axes.product(shape, 0, shape.length, node));
        long count = Axes.product(pooled, 0, pooled.length, node);
        String scattered = graph.add(
                "ScatterElements",
                Map.of("axis", new Attribute.Int(0), "reduction", new Attribute.Text("add")),
                zerosLike(graph, flat),
                graph.reshape(places, count),
                graph.reshape(step.gradient(), count));
        return graph.reshape(scattered, shape);
    }

    private static String globalMaximum(Step step) throws GraphException {
        GradientGraph graph = step.graph();
        long[] shape = graph.shape(step.x());
        long pixels = pixels(step);
        String flat = graph.reshape(step.x(), shape[0], shape[1], pixels);
        String place = graph.add("ArgMax", Map.of("axis", new Attribute.Int(2)), flat);
        String gradient = graph.reshape(step.gradient(), shape[0], shape[1], 1);
        String scattered = graph.add(
                "ScatterElements", Map.of("axis", new Attribute.Int(2)), zerosLike(graph, flat), place, gradient);
        return graph.reshape(scattered, shape);
    }

    private static String zerosLike(GradientGraph graph, String value) throws GraphException {
        return graph.add("ConstantOfShape", graph.add("Shape", value));
    }

    private static String average(Step step) throws GraphException {
        Node node = step.node();
        GradientGraph graph = step.graph();
        Window window = window(step);
        float[] seen = seen(window);
        long[] maskShape = new long[window.axes() + 2];
        Arrays.fill(maskShape, 1);
        System.arraycopy(window.output(), 0, maskShape, 2, window.axes());
        boolean padded = node.integer("count_include_pad", 0) == 1;
        long size = Arrays.stream(window.kernel()).reduce(1, Math::multiplyExact);
        String scaled;
        if (padded && node.integer("ceil_mode", 0) == 1) {
            String shares = graph.add("AveragePool", node.attributes(), graph.constant(ones(window.input())));
            scaled =
                    step.multiply(step.multiply(step.gradient(), shares), graph.constant(reciprocals(maskShape, seen)));
        } else if (padded || all(seen, size)) {
            scaled = step.multiply(step.gradient(), 1f / size);
        } else {
            scaled = step.multiply(step.gradient(), graph.constant(reciprocals(maskShape, seen)));
        }
        return spread(step, scaled, window);
    }

    private static boolean all(float[] seen, long size) {
        return IntStream.range(0, seen.length).allMatch(i -> seen[i] == size);
    }

    private static Constant ones(long[] spatial) {
        long[] shape = new long[spatial.length + 2];
        Arrays.fill(shape, 1);
        System.arraycopy(spatial, 0, shape, 2, spatial.length);
        float[] ones = new float[Math.toIntExact(Arrays.stream(spatial).reduce(1, Math::multiplyExact))];
        Arrays.fill(ones, 1);
        return Constant.floats(shape, ones);
    }

    private static Constant reciprocals(long[] shape, float[] seen) {
        float[] values = new float[seen.length];
        for (int i = 0; i < seen.length; i++) {
            values[i] = seen[i] == 0 ? 0 : 1 / seen[i];
        }
        return Constant.floats(shape, values);
    }

    /** How many positions of the input each window sees; row-major over the output. */
    private static float[] seen(Window window) {
        float[] seen = {1};
        for (int axis = 0; axis < window.axes(); axis++) {
            float[] along = new float[Math.toIntExact(window.output()[axis])];
            for (int q = 0; q < along.length; q++) {
                for (int k = 0; k < window.kernel()[axis]; k++) {
                    long place = q * window.strides()[axis] - window.begin()[axis] + k * window.dilations()[axis];
                    along[q] += place >= 0 && place < window.input()[axis] ? 1 : 0;
                }
            }
            float[] outer = new float[seen.length * along.length];
            for (int i = 0; i < outer.length; i++) {
                outer[i] = seen[i / along.length] * along[i % along.length];
            }
            seen = outer;
        }
        return seen;
    }

    /** The gradient of a sum over windows: each output's gradient is added to every place its window sees. */
    private static String spread(Step step, String gradient, Window window) throws GraphException {
        GradientGraph graph = step.graph();
        boolean tiled = Arrays.equals(window.kernel(), window.strides())
                && Arrays.stream(window.begin()).allMatch(pad -> pad == 0)
                && Arrays.stream(window.dilations()).allMatch(dilation -> dilation == 1);
        if (tiled) {
            return Spread.repeated(graph, gradient, window).fitted(graph, window.begin(), window.input());
        }
        int channels = Axes.extent(graph.shape(step.x()), 1, step.node());
        long[] shape = new long[window.axes() + 2];
        shape[0] = channels;
        shape[1] = 1;
        System.arraycopy(window.kernel(), 0, shape, 2, window.axes());
        float[] ones = new float
                [channels * Math.toIntExact(Arrays.stream(window.kernel()).reduce(1, Math::multiplyExact))];
        Arrays.fill(ones, 1);
        String weights = graph.constant(Constant.floats(shape, ones));
        Spread spread = window.dense() ? Spread.none(gradient, window) : Spread.apart(graph, gradient, window);
        return ConvolutionRules.backwards(graph, spread, weights, window, channels);
    }

    private static Window window(Step step) throws GraphException {
        Node node = step.node();
        long[] kernel = node.integers("kernel_shape")
                .orElseThrow(() -> new GraphException("The operator " + node.describe() + " has no kernel_shape."));
        return Window.of(
                node, kernel, step.graph().shape(step.x()), step.graph().shape(step.y()));
    }

    private static String globalAverage(Step step) throws GraphException {
        String shared = step.multiply(step.gradient(), 1f / pixels(step));
        return step.graph().expand(shared, step.graph().shape(step.x()));
    }

    private static String lp(Step step) throws GraphException {
        return step.multiply(powerOfInput(step), spread(step, overNorm(step), window(step)));
    }

    private static String globalLp(Step step) throws GraphException {
        return step.multiply(powerOfInput(step), overNorm(step));
    }

    /** {@code sign(x) * |x|^(p - 1)}. */
    private static String powerOfInput(Step step) throws GraphException {
        long p = step.node().integer("p", 2);
        if (p == 2) {
            return step.x();
        }
        String sign = step.apply("Sign", step.x());
        String size = step.apply("Abs", step.x());
        return p == 1
                ? sign
                : step.multiply(sign, step.graph().add("Pow", size, step.graph().scalar(p - 1)));
    }

    /** {@code gradient / y^(p - 1)}; the norm is kept far enough from 0 that the quotient is finite. */
    private static String overNorm(Step step) throws GraphException {
        long p = step.node().integer("p", 2);
        if (p == 1) {
            return step.gradient();
        }
        float smallest = (float) Math.pow(10, -30.0 / (p - 1));
        String norm = step.graph().add("Max", step.y(), step.graph().scalar(smallest));
        return step.divide(
                step.gradient(),
                p == 2 ? norm : step.graph().add("Pow", norm, step.graph().scalar(p - 1)));
    }

    private static long pixels(Step step) throws GraphException {
        long[] shape = step.graph().shape(step.x());
        long pixels = 1;
        for (int axis = 2; axis < shape.length; axis++) {
            pixels *= Axes.extent(shape, axis, step.node());
        }
        return pixels;
    }
}
