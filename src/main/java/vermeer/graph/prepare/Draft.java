package vermeer.graph.prepare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.graph.ValueInfo;
import vermeer.graph.shape.Shapes;

/** A graph while it is rewritten node by node. */
final class Draft {
    private final Graph source;
    private final Shapes shapes;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Constant> constants;
    private final Map<String, String> replaced = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private String prefix = "vermeer/";
    private int made;
    private boolean mayNeverRun;

    Draft(Graph source) {
        this(source, new Shapes());
        source.inputs().forEach(shapes::add);
    }

    /** @param outside what is known around the graph, where it lies in another one */
    Draft(Graph source, Shapes outside) {
        this.source = source;
        shapes = outside;
        constants = new LinkedHashMap<>(source.constants());
        constants.forEach(shapes::add);
        names.addAll(constants.keySet());
        source.inputs().forEach(input -> names.add(input.name()));
        source.nodes().forEach(node -> names.addAll(node.outputs()));
    }

    /** A draft of a graph inside this one, whose fresh names are its own. */
    Draft inside(Graph body, Shapes known) {
        Draft inner = new Draft(body, known);
        inner.prefix = fresh("inside") + "/";
        inner.mayNeverRun = true;
        return inner;
    }

    Graph source() {
        return source;
    }

    Shapes shapes() {
        return shapes;
    }

    /** The node as it reads values now, after earlier ones were replaced. */
    Node current(Node node) {
        List<String> inputs = node.inputs().stream().map(this::current).toList();
        Node read = new Node(node.name(), node.domain(), node.operator(), inputs, node.outputs(), node.attributes());
        boolean nested = node.attributes().values().stream().anyMatch(Attribute.Body.class::isInstance);
        return nested ? Renaming.apply(read, replaced) : read;
    }

    String current(String value) {
        return replaced.getOrDefault(value, value);
    }

    /** Adds a node as it is. */
    void add(Node node) throws GraphException {
        nodes.add(node);
        try {
            shapes.add(node);
        } catch (GraphException e) {
            if (!mayNeverRun) {
                throw e;
            }
        }
    }

    /** Adds a node under a fresh name and returns its output. */
    String add(String operator, Map<String, Attribute> attributes, String... inputs) throws GraphException {
        String output = fresh(operator.toLowerCase(java.util.Locale.ROOT));
        add(Node.of(operator, List.of(inputs), output, attributes));
        return output;
    }

    /** Adds a constant under a fresh name. */
    String constant(Constant constant) {
        String name = fresh("constant");
        constant(name, constant);
        return name;
    }

    /** Adds a constant under this name. */
    void constant(String name, Constant constant) {
        constants.put(name, constant);
        shapes.add(name, constant);
    }

    /** From now on, whoever reads {@code old} reads {@code with}. */
    void replace(String old, String with) {
        replaced.put(old, with);
        replaced.replaceAll((from, to) -> to.equals(old) ? with : to);
    }

    /** A name that nothing has yet: the one wished for, or that with a number. */
    String unique(String wish) {
        String name = wish;
        for (int i = 2; !names.add(name); i++) {
            name = wish + "_" + i;
        }
        return name;
    }

    String fresh(String hint) {
        String name;
        do {
            name = prefix + hint + "_" + made++;
        } while (!names.add(name));
        return name;
    }

    /** The rewritten graph, with what nothing reads left out; outputs keep their names. */
    Graph finish() {
        Map<String, String> last = new HashMap<>();
        List<Node> identities = new ArrayList<>();
        Set<String> written = new HashSet<>();
        nodes.forEach(node -> written.addAll(node.outputs()));
        for (ValueInfo output : source.outputs()) {
            String now = current(output.name());
            if (now.equals(output.name())) {
                continue;
            }
            boolean own = written.contains(now) && !last.containsKey(now) && !isOutput(now);
            if (own) {
                last.put(now, output.name());
            } else {
                identities.add(Node.of("Identity", List.of(now), output.name(), Map.of()));
            }
        }
        List<Node> renamed = new ArrayList<>();
        nodes.forEach(node -> renamed.add(Renaming.apply(node, last)));
        identities.forEach(node -> renamed.add(Renaming.apply(node, last)));
        return source.withNodes(renamed, constants).reachingOnly(source.outputs());
    }

    private boolean isOutput(String name) {
        return source.outputs().stream().anyMatch(output -> output.name().equals(name));
    }
}
