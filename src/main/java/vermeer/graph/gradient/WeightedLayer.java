package vermeer.graph.gradient;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import vermeer.graph.Constant;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/**
 * A convolution or a dense layer to which relevance arrives, with its weights and its input taken apart by sign.
 *
 * @param step the layer's node with the relevance of its output
 */
record WeightedLayer(Step step) {

    /** {@code weights * value}, without bias. */
    String forwards(String value, String weights) throws GraphException {
        Node node = step.node();
        return step.graph().add(node.operator(), node.attributes(), value, weights);
    }

    /** {@code transposed(weights) * value}, shaped as the layer's input. */
    String backwards(String value, String weights) throws GraphException {
        Node node = step.node();
        List<String> inputs = List.of(step.x(), weights);
        Node other = new Node(node.name(), "", node.operator(), inputs, node.outputs(), node.attributes());
        GradientRule standard = RuleTable.STANDARD.rule(node.operator()).orElseThrow();
        return standard.differentiate(other, List.of(Optional.of(value)), step.graph())
                .get(0)
                .orElseThrow();
    }

    String weights() {
        return step.node().inputs().get(1);
    }

    String positiveWeights() throws GraphException {
        return part(weights(), "positive part", weight -> Math.max(weight, 0));
    }

    String negativeWeights() throws GraphException {
        return part(weights(), "negative part", weight -> Math.min(weight, 0));
    }

    /** The weights, positive ones {@code 1 + gamma} times. */
    String positiveFavoured(float gamma) throws GraphException {
        return step.graph().constant(weights()).isPresent()
                ? part(weights(), "positive favoured " + gamma, weight -> weight > 0 ? (1 + gamma) * weight : weight)
                : step.add(weights(), step.multiply(positiveWeights(), gamma));
    }

    /** The weights, negative ones {@code 1 + gamma} times. */
    String negativeFavoured(float gamma) throws GraphException {
        return step.graph().constant(weights()).isPresent()
                ? part(weights(), "negative favoured " + gamma, weight -> weight < 0 ? (1 + gamma) * weight : weight)
                : step.add(weights(), step.multiply(negativeWeights(), gamma));
    }

    /** The bias, so shaped that it broadcasts to the layer's output; empty where there is none. */
    Optional<String> bias() throws GraphException {
        Optional<String> bias = step.node().input(2);
        if (bias.isEmpty()) {
            return bias;
        }
        if (step.node().operator().equals("Gemm")) {
            return Optional.of(step.multiply(bias.get(), step.node().real("beta", 1)));
        }
        long[] shape = LongStream.generate(() -> 1)
                .limit(step.graph().shape(step.y()).length - 1)
                .toArray();
        shape[0] = step.graph().shape(bias.get())[0];
        return Optional.of(step.graph().reshape(bias.get(), shape));
    }

    String positive(String value) throws GraphException {
        return step.apply("Relu", value);
    }

    String negative(String value) throws GraphException {
        return step.graph().add("Min", value, step.graph().scalar(0));
    }

    private String part(String weights, String how, UnaryOperator<Float> sign) throws GraphException {
        if (step.graph().constant(weights).isPresent()) {
            return step.graph().derived(weights, how, constant -> part(constant, sign));
        }
        return how.startsWith("positive") ? positive(weights) : negative(weights);
    }

    private static Constant part(Constant weights, UnaryOperator<Float> sign) {
        var bytes = ConvolutionWeights.allocate(weights.size());
        var to = bytes.asFloatBuffer();
        var from = weights.floatView();
        while (from.hasRemaining()) {
            to.put(sign.apply(from.get()));
        }
        return new Constant(weights.type(), weights.shape(), bytes);
    }
}
