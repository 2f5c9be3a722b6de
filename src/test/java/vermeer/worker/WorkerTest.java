package vermeer.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vermeer.job.Cancellation;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

class WorkerTest {
    static final Purpose TEST = new Purpose("test", "vermeer.worker.TestWorker", "is tested", 64, 0, true, false);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Worker worker = new Worker(TEST);

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void aTaskAnswersThroughTheNoiseOfLibraries() throws Exception {
        assertEquals("grüße \"x\"\n", ask("echo", "grüße \"x\"\n"));
        assertEquals("done", ask("noise", ""));
        assertEquals("after noise", ask("echo", "after noise"));
    }

    @Test
    void aFailedTaskGivesItsSentenceAndKeepsTheProcess() throws Exception {
        ask("echo", "start");
        Optional<Long> before = worker.idleProcess();
        assertEquals("It is so.", failure("fail", "It is so."));
        assertTrue(failure("break", "").startsWith("The file cannot be read"));
        assertEquals(before, worker.idleProcess());
    }

    @Test
    void aKilledProcessIsOneSentenceAndTheNextTaskHasANewOneWithinThreeSeconds() throws Exception {
        ask("echo", "start");
        long victim = worker.idleProcess().orElseThrow();
        Thread killer = new Thread(() -> {
            sleep(300);
            ProcessHandle.of(victim).orElseThrow().destroyForcibly();
        });
        killer.start();
        String sentence = failure("hang", "");
        killer.join();
        assertEquals(
                "The worker that is tested stopped: the system or a user ended it; the next task gets a new one.",
                sentence);
        long start = System.nanoTime();
        assertEquals("again", ask("echo", "again"));
        assertTrue(seconds(start) < 3, "restart took " + seconds(start) + " s");
    }

    @Test
    void aProcessKilledWhileItWaitsIsReplacedUnnoticed() throws Exception {
        ask("echo", "start");
        ProcessHandle victim =
                ProcessHandle.of(worker.idleProcess().orElseThrow()).orElseThrow();
        victim.destroyForcibly();
        victim.onExit().get(5, TimeUnit.SECONDS);
        assertEquals("again", ask("echo", "again"));
    }

    @Test
    void everyWayToDieHasItsReason() {
        assertTrue(failure("exit", 134).contains("a native library crashed on this file"));
        assertTrue(failure("exit", 7).contains("it ended unexpectedly (7)"));
        assertTrue(failure("fill", "").contains("it ran out of its 64 MB of memory"));
    }

    @Test
    void aStoppedProcessIsKilledAtTheDeadline() throws Exception {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"), "needs SIGSTOP");
        ask("echo", "start");
        long victim = worker.idleProcess().orElseThrow();
        new ProcessBuilder("kill", "-STOP", Long.toString(victim)).start().waitFor();
        long start = System.nanoTime();
        WorkerException late = assertThrows(
                WorkerException.class,
                () -> worker.call("echo", "x", String.class, Duration.ofSeconds(1), Progress.none()));
        assertTrue(late.getMessage().contains("took longer than 1 s"), late.getMessage());
        assertTrue(seconds(start) < 2, "took " + seconds(start) + " s");
        awaitDeath(victim, 3);
        assertEquals("again", ask("echo", "again"));
    }

    @Test
    void aWorkerEndsWhenItsStandardInputCloses() throws Exception {
        Process process = new ProcessBuilder(
                        WorkerCommand.of(TEST, java.nio.file.Path.of(System.getProperty("java.io.tmpdir"))))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            while (!lines.readLine().contains("READY")) {}
            process.getOutputStream().write("{\"id\":1,\"task\":\"hang\"}\n".getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            assertTrue(process.isAlive());
            process.getOutputStream().close();
            assertTrue(process.waitFor(3, TimeUnit.SECONDS), "an orphan goes on");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aWorkerEndsWhenItsParentIsKilled() throws Exception {
        Process parent = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TestParent.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
            long child = Long.parseLong(lines.readLine());
            assertTrue(ProcessHandle.of(child).orElseThrow().isAlive());
            parent.destroyForcibly().waitFor();
            awaitDeath(child, 5);
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void cancellingFreesTheCallerAtOnceAndATaskThatListensKeepsItsProcess() throws Exception {
        ask("echo", "start");
        long process = worker.idleProcess().orElseThrow();
        AtomicLong cancelledAt = new AtomicLong();
        assertThrows(
                CancelledException.class,
                () -> worker.call("count", 1000, Integer.class, LONG, cancelling(cancelledAt)));
        assertTrue(seconds(cancelledAt.get()) < 0.4, "free after " + seconds(cancelledAt.get()) + " s");
        for (int i = 0; i < 40 && worker.idleProcess().isEmpty(); i++) {
            sleep(50);
        }
        assertEquals(Optional.of(process), worker.idleProcess());
    }

    @Test
    void aCancelledTaskThatDoesNotListenIsKilledAfterItsGraceAndDoesNotBlockTheNext() throws Exception {
        ask("echo", "start");
        long stubborn = worker.idleProcess().orElseThrow();
        Cancellation cancellation = new Cancellation();
        Thread canceller = new Thread(() -> {
            sleep(200);
            cancellation.cancel();
        });
        canceller.start();
        assertThrows(CancelledException.class, () -> worker.call("hang", "", String.class, LONG, cancellation));
        canceller.join();
        assertEquals("next", ask("echo", "next"));
        awaitDeath(stubborn, Worker.GRACE.toSeconds() + 2);
    }

    @Test
    void aTaskThatWaitsForItsTurnCanBeCancelled() throws Exception {
        Cancellation first = new Cancellation();
        Thread busy = new Thread(() ->
                assertThrows(CancelledException.class, () -> worker.call("count", 1000, Integer.class, LONG, first)));
        busy.start();
        sleep(300);
        Cancellation second = new Cancellation();
        Thread canceller = new Thread(() -> {
            sleep(200);
            second.cancel();
        });
        canceller.start();
        long start = System.nanoTime();
        assertThrows(CancelledException.class, () -> worker.call("echo", "x", String.class, LONG, second));
        assertTrue(seconds(start) < 1, "waited " + seconds(start) + " s");
        first.cancel();
        busy.join();
        canceller.join();
    }

    @Test
    void progressArrivesInOrderAndEndsComplete() throws Exception {
        List<Long> done = new java.util.concurrent.CopyOnWriteArrayList<>();
        Cancellation progress = new Cancellation((now, all) -> done.add(now));
        assertEquals(20, worker.call("count", 20, Integer.class, LONG, progress));
        assertTrue(done.size() >= 3, "progress: " + done);
        assertEquals(done.stream().sorted().toList(), done);
        assertEquals(20, done.get(done.size() - 1));
    }

    @Test
    void warmingStartsAProcessAndClosingEndsIt() throws Exception {
        worker.warm();
        long process = worker.idleProcess().orElseThrow();
        worker.close();
        awaitDeath(process, 3);
        assertFalse(worker.idleProcess().isPresent());
    }

    private Cancellation cancelling(AtomicLong at) {
        Cancellation[] self = new Cancellation[1];
        self[0] = new Cancellation((done, total) -> {
            if (done > 3 && at.compareAndSet(0, System.nanoTime())) {
                self[0].cancel();
            }
        });
        return self[0];
    }

    private String ask(String task, Object argument) throws Exception {
        return worker.call(task, argument, String.class, LONG, Progress.none());
    }

    private String failure(String task, Object argument) {
        return assertThrows(WorkerException.class, () -> ask(task, argument)).getMessage();
    }

    private static void awaitDeath(long process, long seconds) {
        Optional<ProcessHandle> handle = ProcessHandle.of(process);
        for (long i = 0;
                i < seconds * 20 && handle.filter(ProcessHandle::isAlive).isPresent();
                i++) {
            sleep(50);
        }
        assertFalse(handle.filter(ProcessHandle::isAlive).isPresent(), "process " + process + " lives on");
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
