package vermeer.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vermeer.graph.shape.Shapes;
import vermeer.graph.shape.TensorType;

/** Turns a graph into ONNX's protobuf messages, which share its weights. The same graph gives the same bytes. */
final class ProtoModel {
    private static final int OPSET_OF_IR_10 = 21;

    private ProtoModel() {}

    /** @param external constants that are declared but not written */
    static ModelProto of(Graph graph, Map<String, Constant> external) throws GraphException {
        long size = graph.constants().entrySet().stream()
                .filter(entry -> !external.containsKey(entry.getKey()))
                .mapToLong(entry -> entry.getValue().bytes().remaining())
                .sum();
        if (size > Integer.MAX_VALUE - Limits.HEAP) {
            throw new GraphException("The network's weights take more than 2 GB, which one ONNX file cannot hold.");
        }
        ModelProto.Builder model = ModelProto.newBuilder()
                .setIrVersion(irVersion(graph.opset()))
                .setProducerName("vermeer")
                .setGraph(graph(graph, external).addAllValueInfo(inferred(graph)));
        model.addOpsetImportBuilder().setDomain("").setVersion(graph.opset());
        new TreeMap<>(graph.metadata())
                .forEach((key, value) -> model.addMetadataProps(
                        StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return model.build();
    }

    /** The oldest file version that knows the opset and tells constants from inputs. */
    private static int irVersion(int opset) {
        return opset <= OPSET_OF_IR_10 ? Math.max(4, Math.min(10, opset - 11)) : 11;
    }

    /**
     * The shapes of inner values. ONNX Runtime infers them too, but loses track of the batch in some operators, and then does
     * not fuse what it could.
     */
    private static List<ValueInfoProto> inferred(Graph graph) {
        Shapes shapes;
        try {
            shapes = Shapes.infer(graph);
        } catch (GraphException unknown) {
            return List.of();
        }
        Set<String> declared = graph.outputs().stream().map(ValueInfo::name).collect(Collectors.toSet());
        return graph.nodes().stream()
                .flatMap(node -> node.outputs().stream())
                .filter(value -> !value.isEmpty() && !declared.contains(value) && shapes.known(value))
                .map(value -> {
                    TensorType type = shapes.find(value).orElseThrow();
                    return declared(new ValueInfo(value, type.type(), type.shape()));
                })
                .toList();
    }

    private static GraphProto.Builder graph(Graph graph, Map<String, Constant> external) {
        GraphProto.Builder proto = GraphProto.newBuilder().setName(graph.name().isEmpty() ? "graph" : graph.name());
        graph.inputs().forEach(input -> proto.addInput(declared(input)));
        graph.outputs().forEach(output -> proto.addOutput(declared(output)));
        Set<String> names = new HashSet<>();
        graph.nodes().forEach(node -> proto.addNode(node(node, unique(node.name(), names))));
        graph.constants()
                .forEach((name, constant) -> proto.addInitializer(
                        external.containsKey(name)
                                ? outside(name, constant)
                                : tensor(constant).setName(name).build()));
        return proto;
    }

    private static ValueInfoProto declared(ValueInfo value) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (int axis = 0; axis < value.shape().length; axis++) {
            long extent = value.shape()[axis];
            if (extent >= 0) {
                shape.addDimBuilder().setDimValue(extent);
            } else {
                shape.addDimBuilder().setDimParam(symbol(value.name(), axis, extent));
            }
        }
        ValueInfoProto.Builder proto = ValueInfoProto.newBuilder().setName(value.name());
        proto.getTypeBuilder()
                .getTensorTypeBuilder()
                .setElemType(value.type().code())
                .setShape(shape);
        return proto.build();
    }

    private static String symbol(String name, int axis, long extent) {
        if (extent == Graph.UNKNOWN) {
            return name + "_" + axis;
        }
        return extent == -1 ? "batch" : "batch_x_" + -extent;
    }

    /** ONNX Runtime refuses two nodes of one name. */
    private static String unique(String name, Set<String> names) {
        String free = name;
        for (int i = 2; !free.isEmpty() && !names.add(free); i++) {
            free = name + "_" + i;
        }
        return free;
    }

    private static NodeProto node(Node node, String name) {
        NodeProto.Builder proto = NodeProto.newBuilder()
                .setName(name)
                .setDomain(node.domain())
                .setOpType(node.operator())
                .addAllInput(node.inputs())
                .addAllOutput(node.outputs());
        new TreeMap<>(node.attributes()).forEach((key, value) -> proto.addAttribute(attribute(key, value)));
        return proto.build();
    }

    private static AttributeProto attribute(String name, Attribute value) {
        AttributeProto.Builder proto = AttributeProto.newBuilder().setName(name);
        if (value instanceof Attribute.Int number) {
            proto.setType(AttributeType.INT).setI(number.value());
        } else if (value instanceof Attribute.Real real) {
            proto.setType(AttributeType.FLOAT).setF(real.value());
        } else if (value instanceof Attribute.Text text) {
            proto.setType(AttributeType.STRING).setS(ByteString.copyFromUtf8(text.value()));
        } else if (value instanceof Attribute.Ints numbers) {
            proto.setType(AttributeType.INTS).addAllInts(numbers.values());
        } else if (value instanceof Attribute.Reals reals) {
            proto.setType(AttributeType.FLOATS).addAllFloats(reals.values());
        } else if (value instanceof Attribute.Texts texts) {
            proto.setType(AttributeType.STRINGS);
            texts.values().forEach(text -> proto.addStrings(ByteString.copyFromUtf8(text)));
        } else if (value instanceof Attribute.Value tensor) {
            proto.setType(AttributeType.TENSOR).setT(tensor(tensor.constant()));
        } else if (value instanceof Attribute.Body body) {
            proto.setType(AttributeType.GRAPH).setG(graph(body.graph(), Map.of()));
        }
        return proto.build();
    }

    private static TensorProto.Builder tensor(Constant constant) {
        return header(constant).setRawData(UnsafeByteOperations.unsafeWrap(constant.buffer()));
    }

    private static TensorProto outside(String name, Constant constant) {
        return header(constant)
                .setName(name)
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(
                        StringStringEntryProto.newBuilder().setKey("location").setValue("handed-over"))
                .build();
    }

    private static TensorProto.Builder header(Constant constant) {
        TensorProto.Builder proto =
                TensorProto.newBuilder().setDataType(constant.type().code());
        for (long extent : constant.shape()) {
            proto.addDims(extent);
        }
        return proto;
    }
}
