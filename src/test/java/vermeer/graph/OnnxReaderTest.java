package vermeer.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxReaderTest {
    @TempDir
    Path folder;

    @Test
    void aGraphReadAndWrittenGivesTheSameResults() throws Exception {
        for (Path folder : Reference.cases()) {
            Graph graph = OnnxReader.read(folder.resolve("model.onnx"));
            Constant x = Reference.npy(folder.resolve("x.npy"));
            Constant y = Reference.run(graph, Map.of("x", x)).get("y");
            double difference = Reference.difference(Reference.npy(folder.resolve("y.npy")), y);
            assertTrue(difference < 1e-5, folder.getFileName() + " is off by " + difference);
        }
    }

    @Test
    void aFileWrittenAndReadIsTheSameGraph() throws Exception {
        Graph graph = OnnxReader.read(Reference.CASES.resolve("matmul_attention/model.onnx"))
                .withMetadata(Map.of("classes", "cat,dog"));
        OnnxWriter.write(graph, folder.resolve("copy.onnx"));
        Graph copy = OnnxReader.read(folder.resolve("copy.onnx"));
        assertEquals(graph.nodes(), copy.nodes());
        assertEquals(graph.constants().keySet(), copy.constants().keySet());
        assertEquals(Map.of("classes", "cat,dog"), copy.metadata());
        assertArrayEquals(OnnxWriter.bytes(graph), OnnxWriter.bytes(copy));
        assertEquals(1, Files.list(folder).count(), "no temporary file stays");
    }

    @Test
    void theBatchIsTheOpenFirstExtent() throws Exception {
        Graph graph = OnnxReader.read(Reference.CASES.resolve("conv3x3/model.onnx"));
        assertEquals(-1, graph.inputs().get(0).shape()[0]);
    }

    @Test
    void weightsStayInTheFile() throws Exception {
        Path file = folder.resolve("big.onnx");
        ByteBuffer zeros = ByteBuffer.allocateDirect(256 << 20);
        Constant weights = new Constant(ElementType.FLOAT, new long[] {8192, 8192}, zeros);
        OnnxWriter.write(graphAdding(weights), file);
        long before = usedHeap();
        Graph graph = OnnxReader.read(file);
        long after = usedHeap();
        assertTrue(graph.constants().get("w").bytes().isDirect());
        assertTrue(after - before < 4 << 20, "reading took " + (after - before) + " bytes of heap");
    }

    @Test
    void packedFloatDataIsNotCopiedEither() throws Exception {
        TensorProto.Builder typed =
                TensorProto.newBuilder().setName("w").setDataType(1).addDims(3);
        typed.addFloatData(1).addFloatData(-2).addFloatData(0.5f);
        ByteBuffer bytes = direct(model(typed.build()).toByteArray());
        Constant constant = OnnxReader.read(bytes).constants().get("w");
        assertTrue(constant.bytes().isDirect());
        assertArrayEquals(new float[] {1, -2, 0.5f}, constant.toFloats());
    }

    @Test
    void everyTypedFieldIsUnderstood() throws Exception {
        var int64 = TensorProto.newBuilder()
                .setName("w")
                .setDataType(7)
                .addDims(2)
                .addInt64Data(-1)
                .addInt64Data(1L << 40);
        assertArrayEquals(new long[] {-1, 1L << 40}, constant(int64).toIntegers());
        var int8 = TensorProto.newBuilder()
                .setName("w")
                .setDataType(3)
                .addDims(2)
                .addInt32Data(-7)
                .addInt32Data(7);
        assertArrayEquals(new long[] {-7, 7}, constant(int8).toIntegers());
        var uint64 =
                TensorProto.newBuilder().setName("w").setDataType(13).addDims(1).addUint64Data(9);
        assertArrayEquals(new long[] {9}, constant(uint64).toIntegers());
        var doubles = TensorProto.newBuilder()
                .setName("w")
                .setDataType(11)
                .addDims(2)
                .addDoubleData(0.1)
                .addDoubleData(2);
        assertArrayEquals(new float[] {0.1f, 2}, constant(doubles).toFloats());
    }

    @Test
    void halfPrecisionBecomesFloatAndIsSaid() throws Exception {
        short[] halves = {0x3c00, (short) 0xc000, 0x0001, 0x7bff, 0x7c00, (short) 0x8000, 0x3555};
        float[] expected = {1, -2, 0x1p-24f, 65504, Float.POSITIVE_INFINITY, -0f, 0.33325195f};
        ByteBuffer raw = ByteBuffer.allocate(14).order(ByteOrder.LITTLE_ENDIAN);
        for (short half : halves) {
            raw.putShort(half);
        }
        var half = TensorProto.newBuilder()
                .setName("w")
                .setDataType(10)
                .addDims(7)
                .setRawData(ByteString.copyFrom(raw.flip()));
        assertArrayEquals(expected, constant(half).toFloats());
        var brain =
                TensorProto.newBuilder().setName("w").setDataType(16).addDims(1).addInt32Data(0x3fc0);
        assertArrayEquals(new float[] {1.5f}, constant(brain).toFloats());
        Path file = folder.resolve("half.onnx");
        Files.write(file, model(half.build()).toByteArray());
        assertEquals(
                List.of("The file computes in float16; here it is computed in float32."),
                OnnxReader.open(file).notices());
    }

    @Test
    void castsToHalfPrecisionBecomeCastsToFloat() throws Exception {
        ModelProto.Builder model = model(floats()).toBuilder();
        model.getGraphBuilder()
                .getNodeBuilder(0)
                .setOpType("Cast")
                .clearInput()
                .addInput("x")
                .addAttribute(AttributeProto.newBuilder()
                        .setName("to")
                        .setType(AttributeProto.AttributeType.INT)
                        .setI(10));
        Graph graph = OnnxReader.read(model.build().toByteArray());
        assertEquals(1, graph.nodes().get(0).integer("to", 0));
    }

    @Test
    void weightsBesideTheModelAreFound() throws Exception {
        ByteBuffer bytes = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putFloat(8, 1).putFloat(12, 2).putFloat(16, 3);
        Files.write(folder.resolve("weights.bin"), bytes.array());
        Files.write(
                folder.resolve("m.onnx"), model(outside("weights.bin", 8, 12)).toByteArray());
        Graph graph = OnnxReader.read(folder.resolve("m.onnx"));
        assertArrayEquals(new float[] {1, 2, 3}, graph.constants().get("w").toFloats());
    }

    @Test
    void weightsAnywhereElseAreRefused() throws Exception {
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Files.write(folder.resolve("weights.bin"), new byte[64]);
        Files.write(inside.resolve("short.bin"), new byte[8]);
        Files.createSymbolicLink(inside.resolve("link.bin"), folder.resolve("weights.bin"));
        String absolute = folder.resolve("weights.bin").toString();
        for (String place :
                List.of("../weights.bin", absolute, "link.bin", "missing.bin", "short.bin", "", ".", "..")) {
            Files.write(inside.resolve("m.onnx"), model(outside(place, 0, 12)).toByteArray());
            assertThrows(GraphException.class, () -> OnnxReader.read(inside.resolve("m.onnx")), place);
        }
    }

    @Test
    void whatIsNoClassifierIsRefusedByItsReason() {
        assertRefused("no network", ModelProto.newBuilder().setIrVersion(8).build());
        assertRefused(
                "training graph",
                model(floats()).toBuilder()
                        .addTrainingInfo(ai.onnx.proto.OnnxMl.TrainingInfoProto.newBuilder())
                        .build());
        var functions = model(floats()).toBuilder();
        functions.addFunctionsBuilder().setName("f");
        assertRefused("functions of its own", functions.build());
        var map = model(floats()).toBuilder();
        map.getGraphBuilder()
                .getOutputBuilder(0)
                .setType(TypeProto.newBuilder().setMapType(TypeProto.Map.newBuilder()));
        assertRefused("is a map", map.build());
        var foreign = model(floats()).toBuilder();
        foreign.getGraphBuilder().getNodeBuilder(0).setDomain("com.microsoft");
        assertRefused("com.microsoft", foreign.build());
        var dangling = model(floats()).toBuilder();
        dangling.getGraphBuilder().getNodeBuilder(0).setInput(0, "nothing");
        assertRefused("nothing computes", dangling.build());
        assertRefused(
                "should have 12 bytes", model(floats().toBuilder().setDims(0, 3).build()));
        assertRefused(
                "impossible shape",
                model(floats().toBuilder().setDims(0, Long.MAX_VALUE).addDims(8).build()));
    }

    @Test
    void otherFilesAreNamed() throws Exception {
        Files.write(folder.resolve("m.onnx"), new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
        var refused = assertThrows(GraphException.class, () -> OnnxReader.read(folder.resolve("m.onnx")));
        assertTrue(refused.getMessage().startsWith("The file 'm.onnx' cannot be used: it is a zip archive"));
        assertThrows(GraphException.class, () -> OnnxReader.read(folder.resolve("missing.onnx")));
        assertThrows(GraphException.class, () -> OnnxReader.read(new byte[0]));
    }

    @Test
    void nodesOutOfOrderArePutInOrder() throws Exception {
        ModelProto.Builder model = model(floats()).toBuilder();
        GraphProto.Builder graph = model.getGraphBuilder();
        graph.addNodeBuilder().setOpType("Relu").addInput("x").addOutput("early");
        graph.getNodeBuilder(0).setInput(0, "early");
        List<Node> nodes = OnnxReader.read(model.build().toByteArray()).nodes();
        assertEquals(List.of("Relu", "Add"), nodes.stream().map(Node::operator).toList());
    }

    private static void assertRefused(String reason, ModelProto model) {
        var refused = assertThrows(GraphException.class, () -> OnnxReader.read(model.toByteArray()), reason);
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }

    private static Constant constant(TensorProto.Builder tensor) throws GraphException {
        return OnnxReader.read(model(tensor.build()).toByteArray()).constants().get("w");
    }

    private static TensorProto floats() {
        return TensorProto.newBuilder()
                .setName("w")
                .setDataType(1)
                .addDims(1)
                .setRawData(ByteString.copyFrom(new byte[4]))
                .build();
    }

    private static TensorProto outside(String place, int offset, int length) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName("w")
                .setDataType(1)
                .addDims(3)
                .setDataLocation(TensorProto.DataLocation.EXTERNAL);
        tensor.addExternalDataBuilder().setKey("location").setValue(place);
        tensor.addExternalDataBuilder().setKey("offset").setValue("" + offset);
        tensor.addExternalDataBuilder().setKey("length").setValue("" + length);
        return tensor.build();
    }

    /** y = x + w. */
    private static ModelProto model(TensorProto weights) {
        ModelProto.Builder model = ModelProto.newBuilder().setIrVersion(8);
        model.addOpsetImportBuilder().setVersion(17);
        model.getGraphBuilder()
                .setName("g")
                .addInput(declared("x"))
                .addOutput(declared("y"))
                .addInitializer(weights)
                .addNodeBuilder()
                .setOpType("Add")
                .addInput("x")
                .addInput("w")
                .addOutput("y");
        return model.build();
    }

    private static ValueInfoProto declared(String name) {
        ValueInfoProto.Builder value = ValueInfoProto.newBuilder().setName(name);
        value.getTypeBuilder()
                .getTensorTypeBuilder()
                .setElemType(1)
                .getShapeBuilder()
                .addDimBuilder()
                .setDimParam("n");
        return value.build();
    }

    private static Graph graphAdding(Constant weights) {
        ValueInfo x = new ValueInfo("x", ElementType.FLOAT, new long[] {-1, 8192});
        ValueInfo y = new ValueInfo("y", ElementType.FLOAT, new long[] {-1, 8192});
        Node node = Node.of("MatMul", List.of("x", "w"), "y", Map.of());
        return new Graph("g", 17, List.of(x), List.of(y), List.of(node), Map.of("w", weights), Map.of());
    }

    private static ByteBuffer direct(byte[] bytes) {
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
