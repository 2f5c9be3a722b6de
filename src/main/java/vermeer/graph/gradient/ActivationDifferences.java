package vermeer.graph.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.graph.ValueInfo;
import vermeer.graph.shape.Shapes;

/**
 * DeepLIFT with the rescale rule: the forward part runs on the picture and on a baseline, and what arrives at the input are
 * multipliers of the difference between the two. Normalisations and softmaxes are first written as sums, products and
 * functions of one value, each of which has a rule. Values: {@link #BASELINE_OUTPUT}, the output for the baseline.
 */
public record ActivationDifferences() implements Propagation {

    /** The output's value for the baseline, shaped as the output. */
    public static final String BASELINE_OUTPUT = "baselineOutput";

    @Override
    public Optional<String> refusal(Graph prepared, Shapes shapes, String output) {
        Graph primitives = Primitives.of(prepared, shapes);
        Twin twin;
        SortedSet<String> missing;
        try {
            twin = Twin.of(primitives, "baseline");
            missing = Differentiation.missing(primitives, Shapes.infer(primitives), output, table(twin));
        } catch (GraphException impossible) {
            return Optional.of(impossible.getMessage());
        }
        boolean chooses = primitives.nodes().stream()
                .anyMatch(node -> node.operator().equals("Where")
                        && twin.names().containsKey(node.inputs().get(0)));
        if (chooses) {
            missing.add("Where with a condition that depends on the picture");
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("DeepLIFT has no rule for " + String.join(", ", missing) + ", which this network uses.");
    }

    @Override
    public PropagationGraph apply(Graph prepared, Shapes shapes, String output) throws GraphException {
        Graph primitives = Primitives.of(prepared, shapes);
        ValueInfo input = primitives.inputs().get(0);
        String baseline = Twin.unused("baseline", Twin.taken(primitives));
        Twin twin = Twin.of(primitives, baseline);
        List<Node> nodes = new ArrayList<>(primitives.nodes());
        nodes.addAll(twin.nodes());
        List<ValueInfo> inputs = new ArrayList<>(primitives.inputs());
        inputs.add(new ValueInfo(baseline, input.type(), input.shape()));
        List<ValueInfo> outputs = new ArrayList<>();
        for (String value : List.of(output, twin.of(output))) {
            outputs.add(new ValueInfo(value, shapes.type(output), shapes.shape(output)));
        }
        Graph both = primitives
                .withNodes(nodes, primitives.constants())
                .withInputs(inputs)
                .withOutputs(outputs);
        DifferentiatedGraph differentiated =
                Differentiation.differentiate(both, Shapes.infer(both), output, table(twin), Additions.NONE);
        return new PropagationGraph(
                differentiated.graph(),
                differentiated.seeds().get(0),
                Optional.of(baseline),
                output,
                differentiated.inputGradients().get(0),
                Map.of(BASELINE_OUTPUT, twin.of(output)),
                List.of(),
                List.of());
    }

    private static RuleTable table(Twin baseline) {
        return RuleTable.STANDARD.with(
                "deeplift", DeepLiftRules.of(baseline), DeepLiftRules.WITHOUT_RULE, RuleTable.Requirement.NONE);
    }
}
