package vermeer.graph.gradient;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import vermeer.graph.Graph;
import vermeer.graph.Node;
import vermeer.graph.shape.Shapes;

/**
 * Which rule each operator has. Methods that change how gradients flow, such as guided backpropagation, are tables of their
 * own.
 *
 * @param name for caches and messages
 * @param rules by operator, such as {@code Conv}
 * @param requirement what the table asks of a network besides a rule for every operator
 */
public record RuleTable(String name, Map<String, GradientRule> rules, Requirement requirement) {

    /** What a method asks of a network. */
    @FunctionalInterface
    public interface Requirement {

        /** Nothing. */
        Requirement NONE = (graph, route) -> Optional.empty();

        /**
         * What a network lacks or has too much, as a sentence for the user; empty where it fits.
         *
         * @param route the nodes between the input and the differentiated output, last first
         */
        Optional<String> unmet(Graph graph, List<Node> route);
    }

    /** The gradient itself. */
    public static final RuleTable STANDARD = new RuleTable(
            "standard",
            merged(List.of(
                    ConvolutionRules.RULES,
                    PoolingRules.RULES,
                    NormalisationRules.RULES,
                    MatrixRules.RULES,
                    QuantisationRules.RULES,
                    RectifierRules.RULES,
                    ActivationRules.RULES,
                    GaussianRules.RULES,
                    FunctionRules.RULES,
                    ArithmeticRules.RULES,
                    ReductionRules.RULES,
                    NoGradientRules.RULES,
                    ShapeRules.RULES,
                    PartRules.RULES)),
            Requirement.NONE);

    /**
     * The gradient itself, where weights of convolutions may be inputs of the graph, so that they can be trained; for graphs
     * whose batch is fixed.
     */
    public static final RuleTable TRAINING =
            STANDARD.with("training", Map.of("Conv", new TrainedConvolution()), Set.of(), Requirement.NONE);

    /** Guided backpropagation: negative gradients end at every ReLU. */
    public static final RuleTable GUIDED = STANDARD.with(
            "guided", GuidedRules.RULES, OnlyRectifiers.OTHERS, new OnlyRectifiers("Guided backpropagation"));

    /** Deconvolutional network: only negative gradients end at a ReLU, whatever went forwards through it. */
    public static final RuleTable DECONVNET = STANDARD.with(
            "deconvnet", DeconvnetRules.RULES, OnlyRectifiers.OTHERS, new OnlyRectifiers("Deconvolution"));

    public RuleTable {
        rules = Map.copyOf(rules);
    }

    /** The rule of an operator; empty where there is none. */
    public Optional<GradientRule> rule(String operator) {
        return Optional.ofNullable(rules.get(operator));
    }

    /**
     * Why a graph cannot be differentiated by this table, as a sentence for the user that names the operators; empty where
     * it can.
     *
     * @param prepared the graph, with shapes that are known apart from the batch
     * @param output the value to differentiate, such as the logits
     */
    public Optional<String> refusal(Graph prepared, Shapes shapes, String output) {
        String input = prepared.inputs().get(0).name();
        Route route = Route.between(prepared, shapes, List.of(input), output);
        Optional<String> unmet = requirement.unmet(prepared, route.backwards());
        SortedSet<String> missing = Differentiation.missing(prepared, shapes, output, this);
        if (unmet.isPresent() || missing.isEmpty()) {
            return unmet;
        }
        return Optional.of("This network uses " + String.join(", ", missing)
                + ", which Vermeer cannot differentiate; methods that need only scores still work.");
    }

    /**
     * This table under a new name, with some rules replaced or added, some operators left without a rule, and a requirement
     * of its own.
     */
    public RuleTable with(
            String newName, Map<String, GradientRule> replaced, Set<String> without, Requirement newRequirement) {
        Map<String, GradientRule> changed = merged(List.of(rules, replaced));
        changed.keySet().removeAll(without);
        return new RuleTable(newName, changed, newRequirement);
    }

    private static Map<String, GradientRule> merged(List<Map<String, GradientRule>> tables) {
        Map<String, GradientRule> all = new HashMap<>();
        tables.forEach(all::putAll);
        return all;
    }
}
