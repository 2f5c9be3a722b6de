package vermeer.graph.gradient;

import java.util.List;
import java.util.Map;
import vermeer.graph.Graph;

/**
 * A graph that gives a forward graph's outputs, named inner values, and the gradient of {@code sum(output * seed)} with
 * respect to the input and to the inner values.
 *
 * <p>Its inputs are the forward graph's and the seeds; its outputs are the forward graph's, the inner values under their own
 * names, and the gradients. Two gradients that are the same value share one name and one output.
 *
 * @param graph the graph to run
 * @param seeds names of the inputs that take the gradient with respect to the differentiated output, each shaped as that
 *     output ({@code [batch, classes]} for logits): {@code seed}, or {@code seed_0}, {@code seed_1}, ... where there are
 *     several
 * @param inputGradients for each seed the name of the output that is the gradient with respect to the input, shaped as the
 *     input
 * @param innerGradients for each inner value the names of the outputs that are the gradients with respect to it, one a seed,
 *     shaped as the inner value
 */
public record DifferentiatedGraph(
        Graph graph, List<String> seeds, List<String> inputGradients, Map<String, List<String>> innerGradients) {

    public DifferentiatedGraph {
        seeds = List.copyOf(seeds);
        inputGradients = List.copyOf(inputGradients);
        innerGradients = Map.copyOf(innerGradients);
    }
}
