package vermeer.graph.gradient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.graph.ValueInfo;
import vermeer.graph.shape.Shapes;

/**
 * Reverse-mode differentiation of a graph into a second graph. Every operator between the input and the differentiated
 * output is asked for the gradients of its inputs through its {@link GradientRule}, last operator first; where a value is
 * read by several nodes their gradients are added.
 */
public final class Differentiation {

    private final Graph prepared;
    private final String output;
    private final RuleTable rules;
    private final Route route;
    private final ConstructedGraph constructed;
    private final Additions additions;

    private Differentiation(
            Graph prepared, Shapes shapes, String output, RuleTable rules, List<String> inner, Additions additions) {
        this.additions = additions;
        this.prepared = prepared;
        this.output = output;
        this.rules = rules;
        this.route = Route.between(prepared, shapes, wanted(prepared, inner), output);
        this.constructed = new ConstructedGraph(prepared, shapes, route.values());
    }

    /**
     * Differentiates {@code output} with respect to the graph's first input and to inner values, for any batch size.
     *
     * @param prepared a graph whose inputs all have known shapes apart from the batch
     * @param shapes the shapes of {@code prepared}
     * @param output the value to differentiate, such as the logits
     * @param rules how gradients pass through each operator
     * @param inner names of inner values that are wanted as outputs, and whose gradients are wanted
     * @param seeds how many gradients are calculated on one forward pass; at least 1
     * @throws GraphException naming the operator, where one between input and output has no rule in the table or is used in
     *     a way that cannot be differentiated, and naming the value where an asked-for one does not exist
     */
    public static DifferentiatedGraph differentiate(
            Graph prepared, Shapes shapes, String output, RuleTable rules, List<String> inner, int seeds)
            throws GraphException {
        if (seeds < 1) {
            throw new IllegalArgumentException("a gradient needs a seed, not " + seeds);
        }
        requireValue(shapes, output);
        for (String value : inner) {
            requireValue(shapes, value);
        }
        return new Differentiation(prepared, shapes, output, rules, inner, Additions.NONE).run(inner, seeds);
    }

    /** Differentiates with respect to the input, for one seed, with what a propagation adds. */
    static DifferentiatedGraph differentiate(
            Graph prepared, Shapes shapes, String output, RuleTable rules, Additions additions) throws GraphException {
        requireValue(shapes, output);
        return new Differentiation(prepared, shapes, output, rules, List.of(), additions).run(List.of(), 1);
    }

    /**
     * The operators between the input and {@code output} that a table has no rule for, in alphabetical order; empty where
     * the graph can be differentiated.
     */
    public static SortedSet<String> missing(Graph prepared, Shapes shapes, String output, RuleTable rules) {
        SortedSet<String> missing = new TreeSet<>();
        for (Node node : Route.between(prepared, shapes, wanted(prepared, List.of()), output)
                .backwards()) {
            if (rules.rule(operator(node)).isEmpty()) {
                missing.add(operator(node));
            }
        }
        return missing;
    }

    private DifferentiatedGraph run(List<String> inner, int seeds) throws GraphException {
        String input = prepared.inputs().get(0).name();
        List<String> seedNames = new ArrayList<>();
        List<ValueInfo> inputs = new ArrayList<>(prepared.inputs());
        List<String> inputGradients = new ArrayList<>();
        Map<String, List<String>> innerGradients = new LinkedHashMap<>();
        inner.forEach(value -> innerGradients.put(value, new ArrayList<>()));
        for (int i = 0; i < seeds; i++) {
            String seed = constructed.addInput(seeds == 1 ? "seed" : "seed_" + i, constructed.shape(output));
            seedNames.add(seed);
            inputs.add(new ValueInfo(seed, ElementType.FLOAT, constructed.shape(output)));
            Map<String, String> gradients = backwards(seed);
            inputGradients.add(asOutput(input, gradients, seed));
            for (String value : innerGradients.keySet()) {
                innerGradients.get(value).add(asOutput(value, gradients, seed));
            }
        }
        Set<String> outputs = new LinkedHashSet<>();
        prepared.outputs().forEach(value -> outputs.add(value.name()));
        outputs.addAll(inner);
        outputs.addAll(inputGradients);
        innerGradients.values().forEach(outputs::addAll);
        outputs.addAll(additions.outputs(constructed));
        return new DifferentiatedGraph(constructed.build(inputs, outputs), seedNames, inputGradients, innerGradients);
    }

    /** The gradient of every value on the route for one seed, by value. */
    private Map<String, String> backwards(String seed) throws GraphException {
        Map<String, String> gradients = new HashMap<>();
        gradients.put(output, additions.arriving(seed, output, constructed));
        for (Node node : route.backwards()) {
            List<Optional<String>> arriving = new ArrayList<>();
            node.outputs().forEach(value -> arriving.add(Optional.ofNullable(gradients.get(value))));
            if (arriving.stream().noneMatch(Optional::isPresent)) {
                continue;
            }
            GradientRule rule = rules.rule(operator(node))
                    .orElseThrow(() -> new GraphException("The operator " + node.describe()
                            + " has no gradient rule in the table '" + rules.name()
                            + "', so gradients of this model cannot be computed."));
            List<Optional<String>> passed = rule.differentiate(node, arriving, constructed);
            for (int i = 0; i < passed.size(); i++) {
                if (passed.get(i).isPresent()
                        && constructed.needed(node.inputs().get(i))) {
                    gather(gradients, node.inputs().get(i), passed.get(i).get());
                }
            }
        }
        return gradients;
    }

    private void gather(Map<String, String> gradients, String value, String gradient) throws GraphException {
        String before = gradients.get(value);
        gradients.put(value, before == null ? gradient : constructed.add("Add", before, gradient));
    }

    private String asOutput(String value, Map<String, String> gradients, String seed) throws GraphException {
        String gradient = gradients.get(value);
        if (gradient == null) {
            return constructed.expand(constructed.scalar(0), constructed.shape(value));
        }
        return gradient.equals(seed) || constructed.constant(gradient).isPresent()
                ? constructed.add("Identity", gradient)
                : gradient;
    }

    private static List<String> wanted(Graph prepared, List<String> inner) {
        List<String> wanted = new ArrayList<>(inner);
        wanted.add(prepared.inputs().get(0).name());
        return wanted;
    }

    private static void requireValue(Shapes shapes, String value) throws GraphException {
        if (!shapes.known(value)) {
            throw new GraphException("The model has no value named '" + value + "'.");
        }
    }

    private static String operator(Node node) {
        return node.domain().isEmpty() ? node.operator() : node.domain() + "." + node.operator();
    }
}
