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
        String ofPositive = layer.backwards(shares, layer.positiveWeights());
        if (inputNotNegative) {
            return step.multiply(step.x(), ofPositive);
        }
        return step.add(
                step.multiply(layer.positive(step.x()), ofPositive),
                step.multiply(layer.negative(step.x()), layer.backwards(shares, layer.negativeWeights())));
    }

    /**
     * The gamma rule: contributions of the output's own sign count {@code 1 + gamma} times. With {@code gamma} 0 it is the
     * epsilon rule; the larger, the closer to z-plus.
     */
    String favouring(WeightedLayer layer, boolean inputNotNegative) throws GraphException {
        Step step = layer.step();
        Optional<String> positiveBias = positiveBias(layer);
        String z = step.y();
        String positive = positiveSum(layer, positiveBias, inputNotNegative);
        String negative = step.subtract(z, positive);
        String up = step.atLeast(z);
        // Where the output is positive its positive contributions are favoured, elsewhere its negative ones.
        String own = step.add(negative, step.multiply(up, step.subtract(positive, negative)));
        String all = shares(step, step.add(z, step.multiply(own, gamma)), up);
        String above = step.multiply(all, up);
        String below = step.subtract(all, above);
        if (positiveBias.isPresent()) {
            bookFavouredBias(layer, all, above, below);
        }
        String ofPositive = favoured(layer, above, below);
        if (inputNotNegative) {
            return step.multiply(step.x(), ofPositive);
        }
        return step.add(
                step.multiply(layer.positive(step.x()), ofPositive),
                step.multiply(layer.negative(step.x()), favoured(layer, below, above)));
    }

    private void bookFavouredBias(WeightedLayer layer, String all, String above, String below) throws GraphException {
        Step step = layer.step();
        String bias = layer.bias().orElseThrow();
        ledger.bias(step.graph(), step.multiply(all, bias));
        ledger.bias(step.graph(), step.multiply(step.multiply(above, layer.positive(bias)), gamma));
        ledger.bias(step.graph(), step.multiply(step.multiply(below, layer.negative(bias)), gamma));
    }

    /** What arrives at inputs of one sign, whose positive weights are favoured by one part and negative ones by the other. */
    private String favoured(WeightedLayer layer, String ofPositive, String ofNegative) throws GraphException {
        return layer.step()
                .add(
                        layer.backwards(ofPositive, layer.positiveFavoured(gamma)),
                        layer.backwards(ofNegative, layer.negativeFavoured(gamma)));
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
        return step.add(
                step.multiply(layer.backwards(shares, positive), step.subtract(step.x(), low)),
                step.multiply(layer.backwards(shares, negative), step.subtract(step.x(), high)));
    }

    private static String positiveSum(WeightedLayer layer, Optional<String> positiveBias, boolean inputNotNegative)
            throws GraphException {
        Step step = layer.step();
        String favoured = inputNotNegative ? step.x() : layer.positive(step.x());
        String sum = layer.forwards(favoured, layer.positiveWeights());
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
        return shares(step, sums, step.atLeast(sums));
    }

    /** @param up 1 where the sums are not negative, else 0 */
    private String shares(Step step, String sums, String up) throws GraphException {
        String stabiliser = stabiliser(step, sums);
        String away = step.subtract(step.multiply(up, step.multiply(stabiliser, 2)), stabiliser);
        String shares = step.divide(step.gradient(), step.add(sums, away));
        ledger.epsilon(step.graph(), step.multiply(shares, away));
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
