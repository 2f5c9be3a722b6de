package vermeer.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.Node;
import vermeer.job.Cancellation;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

class SessionTest {
    private Engine engine;

    @BeforeEach
    void start() throws Exception {
        engine = Engine.start();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void computesWhatTheGraphSays() throws Exception {
        Session session = engine.open(Graphs.dense(Constant.floats(new long[] {2, 3}, 1, 2, 3, 4, 5, 6)));
        Tensor y = session.run(
                        Map.of("x", new Tensor(new int[] {1, 2}, new float[] {1, 10})), List.of("y"), Progress.none())
                .get("y");
        assertEquals(new Tensor(new int[] {1, 3}, new float[] {42, 53, 64}), y);
    }

    @Test
    void readsLargeWeightsWhereverTheyLie() throws Exception {
        Constant odd = Graphs.unaligned(64, 48);
        Constant copied = Constant.floats(odd.shape(), odd.toFloats());
        Tensor x = ramp(3, 64);
        Tensor fromOdd = engine.open(Graphs.dense(odd))
                .run(Map.of("x", x), List.of("y"), Progress.none())
                .get("y");
        Tensor fromHeap = engine.open(Graphs.dense(copied))
                .run(Map.of("x", x), List.of("y"), Progress.none())
                .get("y");
        assertEquals(fromHeap, fromOdd);
        float[] weights = odd.toFloats();
        double expected = 1;
        for (int i = 0; i < 64; i++) {
            expected += (double) x.data()[64 + i] * weights[i * 48 + 5];
        }
        assertEquals(expected, fromOdd.data()[48 + 5], 1e-5);
    }

    @Test
    void convertsFloatsToTheTypeThatTheGraphDeclares() throws Exception {
        Graph bytes = new Graph(
                "bytes",
                17,
                List.of(new vermeer.graph.ValueInfo("x", ElementType.UINT8, new long[] {-1})),
                List.of(Graphs.value("y", -1)),
                List.of(Node.of("Cast", List.of("x"), "y", Map.of("to", new vermeer.graph.Attribute.Int(1)))),
                Map.of(),
                Map.of());
        Tensor y = engine.open(bytes)
                .run(
                        Map.of("x", new Tensor(new int[] {4}, new float[] {-3, 2.6f, 255, 300})),
                        List.of("y"),
                        Progress.none())
                .get("y");
        assertArrayEquals(new float[] {0, 3, 255, 255}, y.data());
    }

    @Test
    void cancellingStopsARunningBatchWithinHalfASecond() throws Exception {
        Session session = engine.open(Graphs.convolutions(200, 64, 64));
        Tensor x = Tensor.zeros(4, 64, 64, 64);
        Cancellation cancellation = new Cancellation();
        long[] cancelledAt = new long[1];
        CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS).execute(() -> {
            cancelledAt[0] = System.nanoTime();
            cancellation.cancel();
        });
        assertThrows(CancelledException.class, () -> session.run(Map.of("x", x), List.of("y"), cancellation));
        long late = (System.nanoTime() - cancelledAt[0]) / 1_000_000;
        assertTrue(cancelledAt[0] > 0, "the run ended before it was cancelled");
        assertTrue(late < 500, "stopped after " + late + " ms");
    }

    @Test
    void cancellingAtAnyMomentNeitherCrashesNorLosesARun() throws Exception {
        Session session = engine.open(Graphs.dense(Graphs.random(1, 64, 64)));
        Tensor x = ramp(1, 64);
        for (int i = 0; i < 300; i++) {
            Cancellation cancellation = new Cancellation();
            CompletableFuture<Void> cancelling = CompletableFuture.runAsync(cancellation::cancel);
            try {
                assertEquals(
                        64,
                        session.run(Map.of("x", x), List.of("y"), cancellation)
                                .get("y")
                                .data()
                                .length);
            } catch (CancelledException expected) {
                assertTrue(cancellation.cancelled());
            }
            cancelling.get(5, TimeUnit.SECONDS);
        }
        assertEquals(
                64,
                session.run(Map.of("x", x), List.of("y"), Progress.none())
                        .get("y")
                        .data()
                        .length);
    }

    @Test
    void severalThreadsMayRunOneSession() throws Exception {
        Session session = engine.open(Graphs.dense(Constant.floats(new long[] {1, 1}, 2)));
        List<CompletableFuture<Float>> runs = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            float value = i;
            runs.add(CompletableFuture.supplyAsync(() -> once(session, value)));
        }
        for (int i = 0; i < runs.size(); i++) {
            assertEquals(2f * i + 1, runs.get(i).get(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void aClosedSessionSaysSo() throws Exception {
        Session session = engine.open(Graphs.dense(Constant.floats(new long[] {1, 1}, 2)));
        session.close();
        EngineException closed = assertThrows(
                EngineException.class, () -> session.run(Map.of("x", ramp(1, 1)), List.of("y"), Progress.none()));
        assertTrue(closed.getMessage().contains("closed"), closed.getMessage());
    }

    @Test
    void aLargeBatchIsRunInPlannedOnesAndReported() throws Exception {
        Session session = engine.open(Graphs.dense(Constant.floats(new long[] {1, 1}, 2)));
        List<Long> reported = new ArrayList<>();
        Tensor y = session.runPlanned(
                        Map.of("x", ramp(37, 1)), List.of("y"), new Cancellation((done, total) -> reported.add(done)))
                .get("y");
        assertArrayEquals(new int[] {37, 1}, y.shape());
        assertEquals(2 * ramp(37, 1).data()[36] + 1, y.data()[36]);
        assertEquals(37L, reported.get(reported.size() - 1));
        assertEquals((37 + session.plannedBatch() - 1) / session.plannedBatch(), reported.size());
    }

    @Test
    void aGraphThatTheRuntimeRefusesIsOneSentence() {
        Graph unknown = new Graph(
                "odd",
                17,
                List.of(Graphs.value("x", -1)),
                List.of(Graphs.value("y", -1)),
                List.of(Node.of("NoSuchOperator", List.of("x"), "y", Map.of())),
                Map.of(),
                Map.of());
        EngineException refused = assertThrows(EngineException.class, () -> engine.open(unknown));
        assertTrue(refused.getMessage().contains("NoSuchOperator"), refused.getMessage());
        assertEquals(1, refused.getMessage().lines().count());
    }

    private static float once(Session session, float value) {
        try {
            return session.run(
                            Map.of("x", new Tensor(new int[] {1, 1}, new float[] {value})),
                            List.of("y"),
                            Progress.none())
                    .get("y")
                    .data()[0];
        } catch (EngineException | CancelledException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Tensor ramp(int batch, int size) {
        Tensor x = Tensor.zeros(batch, size);
        for (int i = 0; i < x.data().length; i++) {
            x.data()[i] = (i % 13) / 13f;
        }
        return x;
    }
}
