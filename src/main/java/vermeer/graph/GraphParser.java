package vermeer.graph;

import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a {@code GraphProto}. */
final class GraphParser {
    private final Wire wire;
    private final Scope scope;
    private final List<Node> nodes = new ArrayList<>();
    private final List<ValueInfo> inputs = new ArrayList<>();
    private final List<ValueInfo> outputs = new ArrayList<>();
    private final Map<String, Constant> constants = new LinkedHashMap<>();
    private String name = "";

    GraphParser(Wire wire, Scope scope) {
        this.wire = wire;
        this.scope = scope;
    }

    /**
     * What the parsers of one file share.
     *
     * @param depth how many graphs this one lies in
     */
    record Scope(ExternalFile external, Widening widening, int depth) {

        Scope inner() throws GraphException {
            if (depth >= Limits.DEPTH) {
                throw new GraphException(
                        "the network nests graphs more than " + Limits.DEPTH + " deep, which is the limit");
            }
            return new Scope(external, widening, depth + 1);
        }
    }

    /** The graph with opset 0 and without metadata, which the model around it knows. */
    Graph read() throws IOException, GraphException {
        wire.message(this::field);
        inputs.removeIf(input -> constants.containsKey(input.name()));
        return new Graph(name, 0, inputs, outputs, nodes, constants, Map.of());
    }

    private void field(int field) throws IOException, GraphException {
        switch (field) {
            case 1 -> nodes.add(new NodeParser(wire, scope).read());
            case 2 -> name = wire.text();
            case 5 -> constant();
            case 11 -> inputs.add(declared());
            case 12 -> outputs.add(declared());
            case 15 -> throw new GraphException("the network has sparse weights; export it with dense ones");
            default -> wire.skip();
        }
    }

    private void constant() throws IOException, GraphException {
        TensorParser parser = new TensorParser(wire, scope.external(), scope.widening());
        Constant constant = parser.read();
        if (constants.put(parser.name(), constant) != null) {
            throw new GraphException("the constant '" + parser.name() + "' is there twice; export the network again");
        }
    }

    private ValueInfo declared() throws IOException, GraphException {
        ByteString bytes = wire.bytes();
        if (bytes.size() > Limits.TEXT / 64) {
            throw new GraphException("an input's or output's description is longer than the limit");
        }
        wire.budget().spend(32 * bytes.size());
        ValueInfoProto value = ValueInfoProto.parseFrom(bytes);
        TypeProto type = value.getType();
        if (type.getValueCase() == TypeProto.ValueCase.VALUE_NOT_SET && scope.depth() > 0) {
            return new ValueInfo(value.getName(), ElementType.FLOAT, new long[0]);
        }
        if (!type.hasTensorType()) {
            throw new GraphException("the value '" + value.getName() + "' is " + kind(type)
                    + ", not a tensor; export the network without that (for scikit-learn: zipmap=False)");
        }
        return new ValueInfo(value.getName(), elementType(value), extents(type.getTensorType()));
    }

    private static String kind(TypeProto type) {
        return switch (type.getValueCase()) {
            case SEQUENCE_TYPE -> "a sequence";
            case MAP_TYPE -> "a map";
            case OPTIONAL_TYPE -> "optional";
            case SPARSE_TENSOR_TYPE -> "sparse";
            default -> "of no type that is known here";
        };
    }

    private ElementType elementType(ValueInfoProto value) throws GraphException {
        int code = value.getType().getTensorType().getElemType();
        if (code == 0 && scope.depth() > 0) {
            return ElementType.FLOAT;
        }
        try {
            return scope.widening().widen(ElementType.of(code));
        } catch (IllegalArgumentException e) {
            throw new GraphException(
                    "the value '" + value.getName() + "' has element type " + code
                            + ", which image classifiers do not use; export the network with float32 input and output",
                    e);
        }
    }

    /** An open first extent is the batch; other open ones are unknown. */
    private static long[] extents(TypeProto.Tensor tensor) {
        List<Dimension> dims = tensor.getShape().getDimList();
        long[] shape = new long[dims.size()];
        for (int i = 0; i < shape.length; i++) {
            long extent = dims.get(i).getDimValue();
            shape[i] = extent > 0 ? extent : i == 0 ? -1 : Graph.UNKNOWN;
        }
        return shape;
    }
}
