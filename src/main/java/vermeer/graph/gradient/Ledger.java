package vermeer.graph.gradient;

import java.util.ArrayList;
import java.util.List;
import vermeer.graph.GraphException;

/** What of the output's relevance does not reach the input: what biases keep, and what the stabilisers take. */
final class Ledger implements Additions {
    private final PerPicture pictures;
    private final List<String> biases = new ArrayList<>();
    private final List<String> stabilised = new ArrayList<>();
    private String bias;
    private String epsilon;

    Ledger(PerPicture pictures) {
        this.pictures = pictures;
    }

    /** Books what constants keep. */
    void bias(GradientGraph graph, String relevance) throws GraphException {
        biases.add(pictures.sum(graph, relevance));
    }

    /** Books what is lost because a denominator was kept away from 0. */
    void epsilon(GradientGraph graph, String relevance) throws GraphException {
        stabilised.add(pictures.sum(graph, relevance));
    }

    /** Books as a bias's what arrived and was not handed on. */
    void rest(GradientGraph graph, String arrived, List<String> passed) throws GraphException {
        biases.add(pictures.sum(graph, arrived));
        for (String relevance : passed) {
            biases.add(graph.add("Neg", pictures.sum(graph, relevance)));
        }
    }

    /** The relevance of all biases, {@code [batch, 1]}; once the rules have run. */
    String bias() {
        return bias;
    }

    /** The stabilisers' share, {@code [batch, 1]}; once the rules have run. */
    String epsilon() {
        return epsilon;
    }

    /** The relevance of the output is its weighted value. */
    @Override
    public String arriving(String seed, String output, GradientGraph graph) throws GraphException {
        return graph.add("Mul", output, seed);
    }

    @Override
    public List<String> outputs(GradientGraph graph) throws GraphException {
        bias = pictures.total(graph, biases);
        epsilon = pictures.total(graph, stabilised);
        return List.of(bias, epsilon);
    }
}
