package vermeer.ui.investigation;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import vermeer.attribution.Attribution;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.Sketch;
import vermeer.attribution.StoredMaps;
import vermeer.attribution.Subject;
import vermeer.engine.EngineException;
import vermeer.image.Heatmap;
import vermeer.job.CancelledException;
import vermeer.job.Job;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.JobState;
import vermeer.job.Lane;
import vermeer.job.LatestJob;
import vermeer.job.Progress;
import vermeer.model.Target;

/** Computes maps, one at a time, shows them as they sharpen, and keeps the finished ones. */
public final class Explaining {
    private final JobRunner runner;
    private final LatestJob latest;
    private final MapCache cache;
    private final Optional<StoredMaps> stored;

    Explaining(JobRunner runner, MapCache cache, Optional<StoredMaps> stored) {
        this.runner = runner;
        this.cache = cache;
        this.stored = stored;
        this.latest = new LatestJob(runner);
    }

    /** The finished map, where it was computed before. */
    public Optional<ShownMap> known(Prediction at, AttributionMethod method, Target target) {
        return cache.find(MapCache.Key.of(at, method, target))
                .map(attribution -> new ShownMap(at, method, target, attribution, false));
    }

    /** Keeps a finished map that was computed elsewhere. */
    public void keep(ShownMap map) {
        cache.store(MapCache.Key.of(map.prediction(), map.method(), map.target()), map.attribution());
    }

    /**
     * Computes a map in place of the one before.
     *
     * @param onMap receives the map, first as it sharpens and at last finished
     * @param onFailed receives what went wrong
     */
    public void start(
            Prediction at,
            AttributionMethod method,
            Target target,
            Consumer<ShownMap> onMap,
            Consumer<Exception> onFailed) {
        AtomicReference<Job> job = new AtomicReference<>();
        Sketch sketch = sketch(
                job,
                unfinished -> onMap.accept(new ShownMap(
                        at, method, target, new Attribution(unfinished, Optional.empty(), Map.of()), true)));
        Subject subject = new Subject(at.input().tensor(), at.input().region(), target);
        job.set(latest.submit(new JobRequest<>(
                method.title() + " of " + target.name(),
                Lane.COMPUTE,
                progress -> explain(at.network(), method, subject, sketch, progress),
                attribution -> {
                    cache.store(MapCache.Key.of(at, method, target), attribution);
                    onMap.accept(new ShownMap(at, method, target, attribution, false));
                },
                onFailed)));
    }

    private Attribution explain(
            Network network, AttributionMethod method, Subject subject, Sketch sketch, Progress progress)
            throws EngineException, CancelledException {
        Optional<String> fingerprint = stored.flatMap(maps -> network.fingerprint());
        return fingerprint.isPresent()
                ? stored.get().explain(fingerprint.get(), network.model(), method, subject, sketch, progress)
                : method.explain(network.model(), subject, sketch, progress);
    }

    /** Stops the map that is being computed, without a word to whoever waits for it. */
    public void cancel() {
        latest.cancel();
    }

    /** Hands the youngest sketch to the view; those in between are dropped where the view is slower. */
    private Sketch sketch(AtomicReference<Job> job, Consumer<Heatmap> view) {
        AtomicReference<Heatmap> youngest = new AtomicReference<>();
        return unfinished -> {
            if (youngest.getAndSet(unfinished) == null) {
                runner.deliver(() -> {
                    Heatmap map = youngest.getAndSet(null);
                    if (job.get() != null && job.get().state() == JobState.RUNNING) {
                        view.accept(map);
                    }
                });
            }
        };
    }
}
