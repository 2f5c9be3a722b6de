package vermeer.ui.trust;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import vermeer.attribution.AttributionMethod;
import vermeer.model.Target;
import vermeer.report.Judgement;
import vermeer.session.Explanation;
import vermeer.session.Finding;
import vermeer.trust.Randomisation;
import vermeer.trust.TrustMeasure;
import vermeer.trust.TrustMeasures;
import vermeer.ui.investigation.Network;
import vermeer.ui.investigation.Prediction;
import vermeer.ui.investigation.ShownMap;

/** What was found of maps, so that nothing is measured twice, a report can hold it and a session keeps it. */
public final class Findings {
    private final Map<Key, Found> found = new LinkedHashMap<>();
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();

    /** All that a finding depends on. */
    private record Key(Path picture, long checksum, String network, Explanation map) {
        static Key of(Prediction at, AttributionMethod method, Target target) {
            return new Key(
                    at.picture().file(),
                    at.picture().checksum(),
                    Findings.network(at.network()),
                    Explanation.of(method, target, OptionalInt.empty()));
        }
    }

    /** What was found of one map. */
    private static final class Found {
        private final Map<TrustMeasure, Judgement> judgements = new LinkedHashMap<>();
        private Randomisation.Verdict verdict;
    }

    /** Tells networks apart, in every run alike where that can be. */
    private static String network(Network network) {
        return network.fingerprint().orElseGet(network::key);
    }

    /** Rises with everything that is found. */
    public ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** Remembers what a measure said of a map. */
    public void add(Prediction at, AttributionMethod method, Target target, Judgement judgement) {
        at(Key.of(at, method, target)).judgements.put(judgement.measure(), judgement);
        changes.set(changes.get() + 1);
    }

    /** Remembers what the randomisation test found of a method's map. */
    public void add(Prediction at, AttributionMethod method, Target target, Randomisation.Verdict verdict) {
        at(Key.of(at, method, target)).verdict = verdict;
        changes.set(changes.get() + 1);
    }

    private Found at(Key key) {
        return found.computeIfAbsent(key, none -> new Found());
    }

    void add(ShownMap map, Randomisation.Verdict verdict) {
        add(map.prediction(), map.method(), map.target(), verdict);
    }

    /** What a measure said of a map; empty where it was not asked. */
    Optional<Judgement> judgement(Prediction at, AttributionMethod method, Target target, TrustMeasure measure) {
        return Optional.ofNullable(found.get(Key.of(at, method, target))).map(known -> known.judgements.get(measure));
    }

    /** What all measures that were asked said of a map, in their usual order. */
    public List<Judgement> judgements(Prediction at, AttributionMethod method, Target target) {
        return TrustMeasures.all().stream()
                .flatMap(measure -> judgement(at, method, target, measure).stream())
                .toList();
    }

    /** What the randomisation test found, where it was made. */
    public Optional<Randomisation.Verdict> randomisation(Prediction at, AttributionMethod method, Target target) {
        return Optional.ofNullable(found.get(Key.of(at, method, target))).map(known -> known.verdict);
    }

    /** Everything that was found of maps of these pictures, each named by its place among them, for a session. */
    public List<Finding> of(List<Path> pictures) {
        List<Finding> all = new ArrayList<>();
        found.forEach((key, known) -> {
            int picture = pictures.indexOf(key.picture());
            if (picture >= 0) {
                all.add(new Finding(
                        key.map().ofPicture(picture),
                        key.checksum(),
                        key.network(),
                        List.copyOf(known.judgements.values()),
                        Optional.ofNullable(known.verdict)));
            }
        });
        return List.copyOf(all);
    }

    /**
     * Remembers what a session holds; what this run has found meanwhile stays.
     *
     * @param pictures the session's, in its order
     */
    public void restore(List<Finding> findings, List<Path> pictures) {
        for (Finding finding : findings) {
            Explanation map = finding.map();
            Found known = at(new Key(
                    pictures.get(map.picture().getAsInt()),
                    finding.checksum(),
                    finding.network(),
                    map.ofEveryPicture()));
            finding.judgements().forEach(judgement -> known.judgements.putIfAbsent(judgement.measure(), judgement));
            if (known.verdict == null) {
                known.verdict = finding.randomisation().orElse(null);
            }
        }
    }
}
