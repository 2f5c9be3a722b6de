package vermeer.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxWriterTest {
    @TempDir
    Path folder;

    @Test
    void largeConstantsAreDeclaredButLeftOut() throws Exception {
        Graph graph = OnnxReader.read(Reference.CASES.resolve("conv3x3/model.onnx"));
        OnnxWriter.Detached detached = OnnxWriter.detached(graph, 64);
        ModelProto model = ModelProto.parseFrom(detached.model());
        for (TensorProto tensor : model.getGraph().getInitializerList()) {
            Constant constant = graph.constants().get(tensor.getName());
            boolean external = constant.bytes().remaining() >= 64;
            assertEquals(external, detached.external().containsKey(tensor.getName()));
            assertEquals(external, tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL);
            assertEquals(external, tensor.getRawData().isEmpty());
            assertEquals(constant.shape().length, tensor.getDimsCount());
        }
        assertTrue(!detached.external().isEmpty());
    }

    @Test
    void aFileThatCannotBeWrittenLeavesTheOldOneAndNoTemporary() throws Exception {
        Path target = Files.createDirectory(folder.resolve("model.onnx"));
        Files.write(target.resolve("inside"), new byte[1]);
        Graph graph = OnnxReader.read(Reference.CASES.resolve("conv3x3/model.onnx"));
        assertThrows(GraphException.class, () -> OnnxWriter.write(graph, target));
        assertEquals(List.of(target), Files.list(folder).toList());
    }

    @Test
    void nodesOfOneNameGetDifferentOnes() throws Exception {
        ValueInfo x = new ValueInfo("x", ElementType.FLOAT, new long[] {-1, 2});
        ValueInfo y = new ValueInfo("y", ElementType.FLOAT, new long[] {-1, 2});
        Node first = new Node("same", "", "Relu", List.of("x"), List.of("a"), Map.of());
        Node second = new Node("same", "", "Neg", List.of("a"), List.of("y"), Map.of());
        Graph graph = new Graph("g", 21, List.of(x), List.of(y), List.of(first, second), Map.of(), Map.of());
        float[] found = Reference.run(graph, Map.of("x", Constant.floats(new long[] {1, 2}, -1, 2)))
                .get("y")
                .toFloats();
        assertArrayEquals(new float[] {-0f, -2}, found);
        Set<String> names = Set.of("same", "same_2");
        assertEquals(
                names,
                Set.copyOf(OnnxReader.read(OnnxWriter.bytes(graph)).nodes().stream()
                        .map(Node::name)
                        .toList()));
    }
}
