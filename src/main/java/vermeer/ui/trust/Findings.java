package vermeer.ui.trust;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.attribution.AttributionMethod;
import vermeer.model.Target;
import vermeer.report.Judgement;
import vermeer.trust.Randomisation;
import vermeer.trust.TrustMeasure;
import vermeer.trust.TrustMeasures;
import vermeer.ui.investigation.Prediction;
import vermeer.ui.investigation.ShownMap;

/** What was found of maps in this run, so that nothing is measured twice and a report can hold it. */
public final class Findings {
    private final Map<Key, Map<TrustMeasure, Judgement>> judgements = new HashMap<>();
    private final Map<Key, Randomisation.Verdict> verdicts = new HashMap<>();

    /** What a finding depends on. */
    private record Key(Path picture, long checksum, String network, AttributionMethod method, Target target) {
        static Key of(Prediction at, AttributionMethod method, Target target) {
            return new Key(
                    at.picture().file(), at.picture().checksum(), at.network().key(), method, target);
        }
    }

    /** Remembers what a measure said of a map. */
    public void add(Prediction at, AttributionMethod method, Target target, Judgement judgement) {
        judgements
                .computeIfAbsent(Key.of(at, method, target), key -> new LinkedHashMap<>())
                .put(judgement.measure(), judgement);
    }

    void add(ShownMap map, Randomisation.Verdict verdict) {
        verdicts.put(Key.of(map.prediction(), map.method(), map.target()), verdict);
    }

    /** What a measure said of a map; empty where it was not asked. */
    Optional<Judgement> judgement(Prediction at, AttributionMethod method, Target target, TrustMeasure measure) {
        return Optional.ofNullable(
                judgements.getOrDefault(Key.of(at, method, target), Map.of()).get(measure));
    }

    /** What all measures that were asked said of a map, in their usual order. */
    public List<Judgement> judgements(Prediction at, AttributionMethod method, Target target) {
        return TrustMeasures.all().stream()
                .flatMap(measure -> judgement(at, method, target, measure).stream())
                .toList();
    }

    /** What the randomisation test found, where it was made. */
    public Optional<Randomisation.Verdict> randomisation(Prediction at, AttributionMethod method, Target target) {
        return Optional.ofNullable(verdicts.get(Key.of(at, method, target)));
    }
}
