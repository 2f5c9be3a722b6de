package vermeer.graph;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a {@code ModelProto}. */
final class ModelParser {
    private final Wire wire;
    private final GraphParser.Scope scope;
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final Map<String, Long> opsets = new LinkedHashMap<>();
    private Graph graph;
    private boolean versioned;
    private boolean functions;

    ModelParser(Wire wire, GraphParser.Scope scope) {
        this.wire = wire;
        this.scope = scope;
    }

    Graph read() throws IOException, GraphException {
        wire.fields(this::field);
        if (graph == null || !versioned) {
            throw new GraphException("it holds no network; it is damaged or not an ONNX file");
        }
        if (functions) {
            throw new GraphException("its network calls functions of its own; export it with those inlined");
        }
        long opset = opsets.getOrDefault("", 1L);
        if (opset < 1 || opset > Integer.MAX_VALUE) {
            throw new GraphException("its operator set has the impossible version " + opset);
        }
        return foldedConstantNodes(graph, (int) opset);
    }

    private void field(int field) throws IOException, GraphException {
        switch (field) {
            case 1 -> versioned = wire.number() > 0;
            case 7 -> graph = only(new GraphParser(wire, scope).read());
            case 8 -> opset();
            case 14 -> EntryParser.read(wire, metadata);
            case 20 -> throw new GraphException("it is a training graph; export the network for inference");
            case 25 -> {
                functions = true;
                wire.skip();
            }
            default -> wire.skip();
        }
    }

    private Graph only(Graph read) throws GraphException {
        if (graph != null) {
            throw new GraphException("it holds two networks");
        }
        return read;
    }

    private void opset() throws IOException, GraphException {
        String[] domain = {""};
        long[] version = {0};
        wire.message(field -> {
            switch (field) {
                case 1 -> domain[0] = wire.text();
                case 2 -> version[0] = wire.number();
                default -> wire.skip();
            }
        });
        opsets.put(domain[0].equals("ai.onnx") ? "" : domain[0], version[0]);
    }

    /** The graph with its opset and metadata, its Constant nodes turned into constants. */
    private Graph foldedConstantNodes(Graph read, int opset) throws GraphException {
        List<Node> nodes = new ArrayList<>();
        Map<String, Constant> constants = new LinkedHashMap<>(read.constants());
        for (Node node : read.nodes()) {
            if (node.operator().equals("Constant") && node.outputs().size() == 1) {
                constants.put(node.output(), constant(node));
            } else {
                nodes.add(
                        node.attributes().values().stream().anyMatch(Attribute.Body.class::isInstance)
                                ? withBodies(node, opset)
                                : node);
            }
        }
        return new Graph(read.name(), opset, read.inputs(), read.outputs(), nodes, constants, metadata);
    }

    private Node withBodies(Node node, int opset) throws GraphException {
        Map<String, Attribute> attributes = new LinkedHashMap<>(node.attributes());
        for (Map.Entry<String, Attribute> entry : attributes.entrySet()) {
            if (entry.getValue() instanceof Attribute.Body body) {
                entry.setValue(new Attribute.Body(foldedConstantNodes(body.graph(), opset)));
            }
        }
        return new Node(node.name(), node.domain(), node.operator(), node.inputs(), node.outputs(), attributes);
    }

    private static Constant constant(Node node) throws GraphException {
        for (Attribute value : node.attributes().values()) {
            if (value instanceof Attribute.Value tensor) {
                return tensor.constant();
            } else if (value instanceof Attribute.Real real) {
                return Constant.scalar(real.value());
            } else if (value instanceof Attribute.Int number) {
                return Constant.integers(new long[0], new long[] {number.value()});
            } else if (value instanceof Attribute.Ints numbers) {
                return Constant.integers(
                        numbers.values().stream().mapToLong(Long::longValue).toArray());
            } else if (value instanceof Attribute.Reals reals) {
                float[] values = new float[reals.values().size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = reals.values().get(i);
                }
                return Constant.floats(new long[] {values.length}, values);
            }
        }
        throw new GraphException(node.describe() + " holds no numbers");
    }
}
