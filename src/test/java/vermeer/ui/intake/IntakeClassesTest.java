package vermeer.ui.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.engine.Engine;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.Node;
import vermeer.graph.OnnxWriter;
import vermeer.graph.ValueInfo;
import vermeer.job.DirectJobRunner;
import vermeer.job.Progress;
import vermeer.model.Models;
import vermeer.model.OpenModel;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.notice.Notices;
import vermeer.ui.opening.OpenNetwork;

/** Choosing a list of class names for a model that brings none. */
class IntakeClassesTest {
    @TempDir
    Path folder;

    private Engine engine;
    private OpenModel model;
    private Investigation investigation;
    private IntakeViewModel intake;

    @BeforeEach
    void open() throws Exception {
        Path file = folder.resolve("three.onnx");
        OnnxWriter.write(
                new Graph(
                        "three",
                        18,
                        List.of(new ValueInfo("x", ElementType.FLOAT, new long[] {-1, 3, 8, 8})),
                        List.of(new ValueInfo("y", ElementType.FLOAT, new long[] {-1, 3})),
                        List.of(
                                Node.of("GlobalAveragePool", List.of("x"), "pooled", Map.of()),
                                Node.of("Flatten", List.of("pooled"), "flat", Map.of()),
                                Node.of("MatMul", List.of("flat", "weights"), "y", Map.of())),
                        Map.of("weights", Constant.floats(new long[] {3, 3}, 1, 0, 0, 0, 1, 0, 0, 0, 1)),
                        Map.of()),
                file);
        engine = Engine.start();
        model = new Models(engine, List.of()).open(file, Optional.empty(), Progress.none());
        DirectJobRunner runner = new DirectJobRunner();
        Notices notices = new Notices();
        investigation = new Investigation(runner, notices.failing("This"));
        intake = new IntakeViewModel(
                new OpenNetwork(model, engine.provider()), investigation, (path, profile) -> {}, runner, notices);
    }

    @AfterEach
    void close() {
        model.close();
        engine.close();
    }

    @Test
    void aListThatFitsNamesTheClassesAndIsSavedWithTheProfile() throws Exception {
        Path list = Files.writeString(folder.resolve("names.txt"), "ant\nbee\nwasp\n");
        intake.chooseClasses(list);
        assertEquals("", intake.problemProperty().get());
        assertTrue(intake.use());
        assertEquals(
                List.of("ant", "bee", "wasp"),
                investigation.networkProperty().get().model().classNames());
        intake.save(saved -> {});
        try (OpenModel again =
                new Models(engine, List.of()).open(folder.resolve("three.onnx"), Optional.empty(), Progress.none())) {
            assertEquals(List.of("ant", "bee", "wasp"), again.classNames());
        }
    }

    @Test
    void aListWithAnotherNumberOfNamesIsRefusedInOneSentence() throws Exception {
        intake.chooseClasses(Files.writeString(folder.resolve("two.txt"), "ant\nbee\n"));
        assertEquals(
                "The network tells 3 classes apart, but 'two.txt' has 2 names; choose the list that the network was"
                        + " trained with.",
                intake.problemProperty().get());
    }
}
