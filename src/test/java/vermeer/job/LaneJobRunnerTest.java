package vermeer.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class LaneJobRunnerTest {
    private final ExecutorService view = Executors.newSingleThreadExecutor();
    private final List<JobState> states = new CopyOnWriteArrayList<>();
    private final AtomicInteger reports = new AtomicInteger();
    private final LaneJobRunner runner = new LaneJobRunner(view, job -> {
        states.add(job.state());
        if (job.progress().done() > 0 && job.state() == JobState.RUNNING) {
            reports.incrementAndGet();
        }
    });

    @AfterEach
    void close() {
        runner.close();
        view.shutdownNow();
    }

    @Test
    void resultIsDeliveredToTheViewThread() throws Exception {
        CountDownLatch delivered = new CountDownLatch(1);
        List<Object> got = new CopyOnWriteArrayList<>();
        Thread viewThread = view.submit(Thread::currentThread).get();
        runner.submit(new JobRequest<>(
                "Count",
                Lane.COMPUTE,
                progress -> 42,
                result -> {
                    got.add(result);
                    got.add(Thread.currentThread());
                    delivered.countDown();
                },
                failure -> {}));
        assertTrue(delivered.await(5, TimeUnit.SECONDS));
        assertEquals(List.of(42, viewThread), got);
        assertEquals(List.of(JobState.RUNNING, JobState.DONE), states);
    }

    @Test
    void failureIsDeliveredAndTheLaneGoesOn() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        List<String> messages = new CopyOnWriteArrayList<>();
        runner.submit(new JobRequest<>(
                "Fail",
                Lane.COMPUTE,
                progress -> {
                    throw new IOException("cat.png is empty.");
                },
                result -> {},
                failure -> {
                    messages.add(failure.getMessage());
                    both.countDown();
                }));
        runner.submit(new JobRequest<>("Next", Lane.COMPUTE, progress -> 1, result -> both.countDown(), failure -> {}));
        assertTrue(both.await(5, TimeUnit.SECONDS));
        assertEquals(List.of("cat.png is empty."), messages);
    }

    @Test
    void cancelledJobCountsAsCancelledAtOnceAndItsResultIsDropped() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        List<Object> results = new CopyOnWriteArrayList<>();
        Job job = runner.submit(new JobRequest<Object>(
                "Stubborn",
                Lane.COMPUTE,
                progress -> {
                    started.countDown();
                    release.await();
                    return "late";
                },
                results::add,
                results::add));
        started.await();
        job.cancel();
        assertEquals(JobState.CANCELLED, job.state());
        release.countDown();
        waitForLane(Lane.COMPUTE);
        assertTrue(results.isEmpty());
    }

    @Test
    void cancelledJobThatWaitsNeverRuns() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        runner.submit(new JobRequest<>(
                "First", Lane.COMPUTE, progress -> release.await(5, TimeUnit.SECONDS), r -> {}, f -> {}));
        Job waiting = runner.submit(
                new JobRequest<>("Second", Lane.COMPUTE, progress -> runs.incrementAndGet(), r -> {}, f -> {}));
        waiting.cancel();
        release.countDown();
        waitForLane(Lane.COMPUTE);
        assertEquals(0, runs.get());
    }

    @Test
    void progressIsThrottled() throws Exception {
        runner.submit(new JobRequest<>(
                "Fast",
                Lane.COMPUTE,
                progress -> {
                    long end = System.nanoTime() + 300_000_000;
                    for (long i = 1; System.nanoTime() < end; i++) {
                        progress.report(i, Long.MAX_VALUE);
                    }
                    return null;
                },
                r -> {},
                f -> {}));
        waitForLane(Lane.COMPUTE);
        assertTrue(reports.get() >= 2 && reports.get() <= 8, "reports in 0.3 s: " + reports.get());
    }

    @Test
    void endOfMemoryIsOneSentence() throws Exception {
        CountDownLatch failed = new CountDownLatch(1);
        List<String> messages = new CopyOnWriteArrayList<>();
        runner.submit(new JobRequest<>(
                "Occlusion",
                Lane.COMPUTE,
                progress -> {
                    throw new OutOfMemoryError();
                },
                r -> {},
                failure -> {
                    messages.add(failure.getMessage());
                    failed.countDown();
                }));
        assertTrue(failed.await(5, TimeUnit.SECONDS));
        assertTrue(messages.get(0).startsWith("Occlusion needs more memory"), messages.get(0));
    }

    @Test
    void newRequestOfAPanelCancelsItsOldOne() throws Exception {
        LatestJob latest = new LatestJob(runner);
        CountDownLatch release = new CountDownLatch(1);
        Job old = latest.submit(new JobRequest<>(
                "Old", Lane.COMPUTE, progress -> release.await(5, TimeUnit.SECONDS), r -> {}, f -> {}));
        Job young = latest.submit(new JobRequest<>("New", Lane.COMPUTE, progress -> 1, r -> {}, f -> {}));
        release.countDown();
        waitForLane(Lane.COMPUTE);
        assertEquals(JobState.CANCELLED, old.state());
        assertEquals(JobState.DONE, young.state());
    }

    @Test
    void computeLaneRunsOneJobAtATimeAndIoSeveral() throws Exception {
        assertEquals(1, mostAtOnce(Lane.COMPUTE));
        assertTrue(mostAtOnce(Lane.IO) > 1);
    }

    private int mostAtOnce(Lane lane) throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(4);
        for (int i = 0; i < 4; i++) {
            runner.submit(new JobRequest<>(
                    "Nap",
                    lane,
                    progress -> {
                        most.accumulateAndGet(now.incrementAndGet(), Math::max);
                        Thread.sleep(50);
                        return now.decrementAndGet();
                    },
                    r -> all.countDown(),
                    f -> {}));
        }
        assertTrue(all.await(5, TimeUnit.SECONDS));
        return most.get();
    }

    private void waitForLane(Lane lane) throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        runner.submit(new JobRequest<>("Reached", lane, progress -> null, r -> reached.countDown(), f -> {}));
        assertTrue(reached.await(5, TimeUnit.SECONDS));
        assertFalse(view.submit(() -> {}).get() != null);
    }
}
