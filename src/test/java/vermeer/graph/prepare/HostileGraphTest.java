package vermeer.graph.prepare;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vermeer.graph.GraphException;
import vermeer.graph.OnnxReader;
import vermeer.graph.Reference;

/** Whatever is done to a file, it gives a graph or one sentence, and the heap does not fill. */
class HostileGraphTest {
    private static final long SEED = 20261122;
    private int graphs;
    private int refused;

    @Test
    void everyMutatedFileGivesAGraphOrOneSentence() throws Exception {
        mutate(25);
        assertTrue(graphs > 100, "only " + graphs + " mutants were read, so little is tested behind the reader");
        assertTrue(refused > 300, "only " + refused + " mutants were refused");
    }

    @Test
    @Tag("full")
    void everyMutatedFileGivesAGraphOrOneSentenceOverManyMutants() throws Exception {
        mutate(500);
    }

    @Test
    void everyTruncatedFileGivesAGraphOrOneSentence() throws Exception {
        byte[] whole = Files.readAllBytes(Reference.CASES.resolve("split_channel_shuffle/model.onnx"));
        for (int length = 0; length < whole.length; length += 1 + whole.length / 500) {
            open(Arrays.copyOf(whole, length), "cut to " + length);
        }
    }

    @Test
    void rearrangedNodesGiveAGraphOrOneSentence() throws Exception {
        Random random = new Random(SEED);
        for (Path folder : Reference.cases()) {
            ModelProto model = ModelProto.parseFrom(Files.readAllBytes(folder.resolve("model.onnx")));
            for (int i = 0; i < 15; i++) {
                ModelProto.Builder changed = model.toBuilder();
                rearrange(changed, random);
                open(changed.build().toByteArray(), folder.getFileName() + " " + i);
            }
        }
    }

    @Test
    void aSmallFileCannotFillTheHeap() throws Exception {
        ModelProto.Builder many = ModelProto.newBuilder().setIrVersion(8);
        NodeProto empty = NodeProto.newBuilder().setOpType("A").build();
        many.getGraphBuilder().addAllNode(new ArrayList<>(Collections.nCopies(1_000_000, empty)));
        assertRefused(many.build().toByteArray());
        ModelProto.Builder deep = ModelProto.newBuilder().setIrVersion(8);
        deep.getGraphBuilder().addNode(nestedIf(40));
        assertRefused(deep.build().toByteArray());
        ModelProto.Builder numbers = ModelProto.newBuilder().setIrVersion(8);
        numbers.getGraphBuilder()
                .addNodeBuilder()
                .setOpType("A")
                .addAttributeBuilder()
                .setName("a")
                .addAllInts(Collections.nCopies(8_000_000, 0L));
        assertRefused(numbers.build().toByteArray());
    }

    private static NodeProto nestedIf(int depth) {
        NodeProto.Builder node = NodeProto.newBuilder().setOpType("If");
        var body = node.addAttributeBuilder()
                .setName("then_branch")
                .setType(ai.onnx.proto.OnnxMl.AttributeProto.AttributeType.GRAPH)
                .getGBuilder();
        if (depth > 0) {
            body.addNode(nestedIf(depth - 1));
        }
        return node.build();
    }

    private void mutate(int each) throws Exception {
        Random random = new Random(SEED);
        for (Path folder : Reference.cases()) {
            byte[] whole = Files.readAllBytes(folder.resolve("model.onnx"));
            for (int i = 0; i < each; i++) {
                byte[] mutant =
                        random.nextInt(6) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
                for (int change = random.nextInt(8); change >= 0 && mutant.length > 0; change--) {
                    mutant[random.nextInt(mutant.length)] = (byte) random.nextInt();
                }
                open(mutant, folder.getFileName() + " mutant " + i);
            }
        }
    }

    private static void rearrange(ModelProto.Builder model, Random random) {
        var graph = model.getGraphBuilder();
        if (graph.getNodeCount() == 0) {
            return;
        }
        NodeProto.Builder node = graph.getNodeBuilder(random.nextInt(graph.getNodeCount()));
        String[] operators = {
            "Reshape", "Conv", "Slice", "Pad", "Gemm", "If", "Resize", "Split", "Einsum", "Softmax", "Concat"
        };
        switch (random.nextInt(6)) {
            case 0 -> node.setOpType(operators[random.nextInt(operators.length)]);
            case 1 -> node.clearInput();
            case 2 -> node.clearAttribute();
            case 3 -> node.clearOutput();
            case 4 -> model.getOpsetImportBuilder(0).setVersion(random.nextInt(28));
            default ->
                graph.getInputBuilder(0).getTypeBuilder().getTensorTypeBuilder().setElemType(random.nextInt(14));
        }
    }

    private void open(byte[] bytes, String what) {
        try {
            Preparation.prepare(OnnxReader.read(bytes));
            graphs++;
        } catch (GraphException e) {
            refused++;
            if (e.getMessage() == null
                    || e.getMessage().isBlank()
                    || e.getMessage().contains("null")) {
                fail(what + " is refused without a reason: " + e.getMessage());
            }
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError(what + " gives " + e, e);
        }
    }

    private static void assertRefused(byte[] bytes) {
        try {
            OnnxReader.read(bytes);
            fail("it was read");
        } catch (GraphException e) {
            List<String> reasons =
                    List.of("larger than any real one", "nodes, which is the limit", "deep, which is the limit");
            assertTrue(reasons.stream().anyMatch(e.getMessage()::contains), e.getMessage());
        }
    }
}
