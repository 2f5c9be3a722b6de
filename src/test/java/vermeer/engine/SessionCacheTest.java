package vermeer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vermeer.graph.Constant;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

class SessionCacheTest {

    @Test
    void theLeastRecentlyUsedLeaveFirst() throws Exception {
        try (Engine engine = Engine.start()) {
            SessionCache cache = new SessionCache(2, 1 << 20);
            Session first = engine.open(Graphs.dense(Constant.floats(new long[] {1, 1}, 1)));
            Session second = engine.open(Graphs.dense(Constant.floats(new long[] {1, 1}, 2)));
            Session third = engine.open(Graphs.dense(Constant.floats(new long[] {1, 1}, 3)));
            assertEquals(List.of(), cache.used(first));
            assertEquals(List.of(), cache.used(second));
            assertEquals(List.of(), cache.used(first));
            assertEquals(List.of(second), cache.used(third));
        }
    }

    @Test
    void theWeightOfTheConstantsIsBoundedButOneAlwaysStays() throws Exception {
        try (Engine engine = Engine.start()) {
            SessionCache cache = new SessionCache(8, 3000);
            Session heavy = engine.open(Graphs.dense(Graphs.random(1, 32, 32)));
            Session light = engine.open(Graphs.dense(Graphs.random(1, 8, 8)));
            assertEquals(List.of(), cache.used(heavy));
            assertEquals(List.of(heavy), cache.used(light));
        }
    }

    @Test
    void sessionsThatGaveUpTheirPlaceStillAnswer() throws Exception {
        try (Engine engine = Engine.start()) {
            List<Session> sessions = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                sessions.add(engine.open(Graphs.dense(Constant.floats(new long[] {1, 1}, i))));
            }
            for (int i = 0; i < 20; i++) {
                assertEquals(2f * i + 1, run(sessions.get(i)));
            }
        }
    }

    @Test
    void givingUpASessionThatRunsWaitsForTheRun() throws Exception {
        try (Engine engine = Engine.start()) {
            Session session = engine.open(Graphs.convolutions(60, 64, 64));
            Tensor x = Tensor.zeros(2, 64, 64, 64);
            CompletableFuture<Tensor> running = CompletableFuture.supplyAsync(() -> {
                try {
                    return session.run(Map.of("x", x), List.of("y"), Progress.none())
                            .get("y");
                } catch (EngineException | CancelledException failed) {
                    throw new IllegalStateException(failed);
                }
            });
            while (!running.isDone()) {
                session.unload();
                Thread.sleep(5);
            }
            assertTrue(running.get(1, TimeUnit.SECONDS).data().length > 0);
        }
    }

    private static float run(Session session) throws Exception {
        Tensor two = new Tensor(new int[] {1, 1}, new float[] {2});
        return session.run(Map.of("x", two), List.of("y"), Progress.none())
                .get("y")
                .data()[0];
    }
}
