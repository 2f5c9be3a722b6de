package vermeer.graph.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/**
 * How layer-wise relevance propagation hands the relevance of a layer's output to its input. All sums over a layer's input
 * include its bias; what the bias and the stabiliser keep is booked.
 *
 * <p>Inputs may have either sign, so the z-plus and the gamma rule tell contributions apart by their sign, not weights: the
 * positive part of a contribution is {@code a+ w+ + a- w-}.
 *
 * @param ledger where relevance is booked that does not reach the input
 * @param epsilon the stabiliser of denominators, as a share of a layer's root mean square
 * @param gamma how much more positive contributions count than they do in the network, at least 0
 */
record LayerRules(Ledger ledger, float epsilon, float gamma) {
    private static final float SMALLEST = 1e-12f;

    /** The epsilon rule of anything that is linear but for a bias: {@code R_i = sum_j a_i w_ij R_j / (z_j + epsilon)}. */
    List<Optional<String>> linear(Node node, String relevance, GradientGraph graph) throws GraphException {
        Step arriving = new Step(node, relevance, graph);
        String shares = shares(arriving, node.output());
        GradientRule standard = RuleTable.STANDARD.rule(node.operator()).orElseThrow();
        List<Optional<String>> passed = standard.differentiate(node, List.of(Optional.of(shares)), graph);
        Step step = new Step(node, shares, graph);
        Optional<String> bias = BiasTerms.term(step, passed);
        if (bias.isPresent()) {
            ledger.bias(graph, bias.get());
        }
        List<Optional<String>> result = new ArrayList<>();
        for (int i = 0; i < passed.size(); i++) {
            Optional<String> factor = passed.get(i);
            result.add(
                    factor.isEmpty()
                            ? factor
                            : Optional.of(
                                    step.multiply(factor.get(), node.inputs().get(i))));
        }
        return result;
    }

    /** The z-plus rule: only positive contributions count. */
    String positive(WeightedLayer layer, boolean inputNotNegative) throws GraphException {
        Step step = layer.step();
        Optional<String> bias = positiveBias(layer);
        String shares = shares(step, positiveSum(layer, bias, inputNotNegative));
        if (bias.isPresent()) {
            ledger.bias(step.graph(), step.multiply(shares, bias.get()));
        }
        String result = step.multiply(layer.positive(step.x()), layer.backwards(shares, layer.positiveWeights()));
        if (inputNotNegative) {
            return result;
        }
        return step.add(
                result, step.multiply(layer.negative(step.x()), layer.backwards(shares, layer.negativeWeights())));
    }

    /**
     * The gamma rule: contributions of the output's own sign count {@code 1 + gamma} times. With {@code gamma} 0 it is the
     * epsilon rule; the larger, the closer to z-plus.
     */
    String favouring(WeightedLayer layer, boolean inputNotNegative) throws GraphException {
        Step step = layer.step();
        GradientGraph graph = step.graph();
        Optional<String> positiveBias = positiveBias(layer);
        String z = step.y();
        String positiveSum = positiveSum(layer, positiveBias, inputNotNegative);
        String up = step.atLeast(z);
        Step upper = new Step(step.node(), step.multiply(step.gradient(), up), graph);
        Step lower = new Step(step.node(), step.subtract(step.gradient(), upper.gradient()), graph);
        String above = shares(upper, step.add(z, step.multiply(positiveSum, gamma)));
        String below = shares(lower, step.add(z, step.multiply(step.subtract(z, positiveSum), gamma)));
        String all = step.add(above, below);
        if (positiveBias.isPresent()) {
            String bias = layer.bias().orElseThrow();
            String negativeBias = layer.negative(bias);
            ledger.bias(graph, step.multiply(all, bias));
            ledger.bias(graph, step.multiply(step.multiply(above, positiveBias.get()), gamma));
            ledger.bias(graph, step.multiply(step.multiply(below, negativeBias), gamma));
        }
        String favoured = step.multiply(layer.positive(step.x()), contributions(layer, above, below));
        if (!inputNotNegative) {
            favoured = step.add(favoured, step.multiply(layer.negative(step.x()), contributions(layer, below, above)));
        }
        String plain = step.multiply(step.x(), layer.backwards(all, layer.weights()));
        return step.add(plain, step.multiply(favoured, gamma));
    }

    /**
     * The z-box rule of a layer that reads pixels, which are kept between bounds: contributions are counted from the bound
     * that the weight's sign makes the lowest, so none is negative and the bias cancels out.
     *
     * @param low the lower bound of the layer's input, broadcast to it
     * @param high the upper bound
     */
    String bounded(WeightedLayer layer, String low, String high) throws GraphException {
        Step step = layer.step();
        String positive = layer.positiveWeights();
        String negative = layer.negativeWeights();
        String fromLow = step.subtract(layer.forwards(step.x(), layer.weights()), layer.forwards(low, positive));
        String shares = shares(step, step.subtract(fromLow, layer.forwards(high, negative)));
        String own = step.multiply(step.x(), layer.backwards(shares, layer.weights()));
        String ofLow = step.multiply(layer.backwards(shares, positive), low);
        String ofHigh = step.multiply(layer.backwards(shares, negative), high);
        return step.subtract(step.subtract(own, ofLow), ofHigh);
    }

    private static String contributions(WeightedLayer layer, String ofPositive, String ofNegative)
            throws GraphException {
        return layer.step()
                .add(
                        layer.backwards(ofPositive, layer.positiveWeights()),
                        layer.backwards(ofNegative, layer.negativeWeights()));
    }

    private static String positiveSum(WeightedLayer layer, Optional<String> positiveBias, boolean inputNotNegative)
            throws GraphException {
        Step step = layer.step();
        String sum = layer.forwards(layer.positive(step.x()), layer.positiveWeights());
        if (!inputNotNegative) {
            sum = step.add(sum, layer.forwards(layer.negative(step.x()), layer.negativeWeights()));
        }
        return positiveBias.isPresent() ? step.add(sum, positiveBias.get()) : sum;
    }

    private static Optional<String> positiveBias(WeightedLayer layer) throws GraphException {
        Optional<String> bias = layer.bias();
        return bias.isPresent() ? Optional.of(layer.positive(bias.get())) : bias;
    }

    /** The arriving relevance divided by stabilised sums; what the stabiliser takes is booked. */
    private String shares(Step step, String sums) throws GraphException {
        GradientGraph graph = step.graph();
        String sign = step.add(step.multiply(step.atLeast(sums), 2), -1);
        String stabilised = step.add(sums, step.multiply(sign, stabiliser(step, sums)));
        String shares = step.divide(step.gradient(), stabilised);
        ledger.epsilon(graph, step.subtract(step.gradient(), step.multiply(shares, sums)));
        return shares;
    }

    /** One a picture, shaped to broadcast. */
    private String stabiliser(Step step, String sums) throws GraphException {
        long[] shape = step.graph().shape(sums);
        long[] axes = LongStream.range(1, shape.length).toArray();
        long count = LongStream.of(shape).skip(1).reduce(1, Math::multiplyExact);
        String squares = axes.length == 0
                ? step.square(sums)
                : step.graph().add("ReduceSum", step.square(sums), step.graph().integers(axes));
        String size = step.apply("Sqrt", step.multiply(squares, 1f / count));
        return step.add(step.multiply(size, epsilon), SMALLEST);
    }
}
