package vermeer.ui.trust;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.Sketch;
import vermeer.attribution.Subject;
import vermeer.image.Heatmap;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;
import vermeer.job.LatestJob;
import vermeer.job.Progress;
import vermeer.model.Target;
import vermeer.report.Judgement;
import vermeer.trust.Agreement;
import vermeer.trust.Deletion;
import vermeer.trust.Evidence;
import vermeer.trust.Ranking;
import vermeer.trust.Reading;
import vermeer.trust.TrustMeasure;
import vermeer.ui.investigation.Explaining;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.investigation.Prediction;
import vermeer.ui.investigation.ShownMap;
import vermeer.ui.method.MethodEntry;

/** The best for this picture: methods ranked by one measure, with the controls between them, and how far they agree. */
public final class RankingViewModel {
    private final Investigation investigation;
    private final Explaining maps;
    private final Findings findings;
    private final SharedJudge judge;
    private final Steps steps;
    private final LatestJob comparing;
    private final ObservableList<MethodTick> methods = FXCollections.observableArrayList();
    private final ObjectProperty<TrustMeasure> measure = new SimpleObjectProperty<>(new Deletion());
    private final ObservableList<RankedRow> rows = FXCollections.observableArrayList();
    private final ObservableList<String> problems = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Agreement> agreement = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final Map<AttributionMethod, Ranked> ranked = new LinkedHashMap<>();

    /** What a step finds. */
    private record Ranked(ShownMap map, Judgement judgement) {}

    RankingViewModel(Investigation investigation, Findings findings, SharedJudge judge, JobRunner runner) {
        this.investigation = investigation;
        this.maps = investigation.sideline();
        this.findings = findings;
        this.judge = judge;
        this.steps = new Steps(runner);
        this.comparing = new LatestJob(runner);
        investigation.predictionProperty().subscribe(prediction -> clear());
        investigation.targetProperty().subscribe(target -> clear());
        measure.subscribe(chosen -> clear());
    }

    /** Offers these methods, with their settings as they are now; ticks stay where they were. */
    void offer(List<MethodEntry> entries) {
        Map<String, Boolean> before = new LinkedHashMap<>();
        methods.forEach(
                tick -> before.put(tick.method().name(), tick.chosenProperty().get()));
        methods.setAll(entries.stream()
                .map(entry -> new MethodTick(entry, before.getOrDefault(entry.name(), true)))
                .toList());
    }

    public ObservableList<MethodTick> methods() {
        return methods;
    }

    /** Ticks the methods that fit, and no others. */
    public void choose(Predicate<MethodTick> fit) {
        methods.forEach(tick -> tick.chosenProperty().set(fit.test(tick)));
    }

    public ObjectProperty<TrustMeasure> measureProperty() {
        return measure;
    }

    /** Best first, controls between the methods; grows while methods are measured. */
    public ObservableList<RankedRow> rows() {
        return rows;
    }

    /** Methods that failed, one sentence each. */
    public ObservableList<String> problems() {
        return problems;
    }

    /** How far the maps agree; null while there are fewer than two. */
    public ReadOnlyObjectProperty<Agreement> agreementProperty() {
        return agreement.getReadOnlyProperty();
    }

    /** What is ranked, or how far it is, in one sentence. */
    public ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return steps.busyProperty();
    }

    /** Makes and measures the map of every ticked method, quick ones first. */
    public void start() {
        Prediction at = investigation.predictionProperty().get();
        Target target = investigation.targetProperty().get();
        List<MethodTick> ticked = methods.stream()
                .filter(tick -> tick.chosenProperty().get() && tick.available())
                .sorted(Comparator.comparingInt(MethodTick::turn))
                .toList();
        if (at == null || ticked.isEmpty()) {
            state.set(at == null ? "Open a picture and a model first." : "Tick a method first.");
            return;
        }
        clear();
        List<Step<?>> all = new ArrayList<>();
        for (int i = 0; i < ticked.size(); i++) {
            String begun = ticked.get(i).method().title() + ", " + (i + 1) + " of " + ticked.size();
            all.add(step(at, target, ticked.get(i).method(), begun));
        }
        steps.start(all, this::finished);
    }

    public void cancel() {
        steps.cancel();
    }

    /** Looks at the map of this row; a control has none to look at. */
    public void open(RankedRow row) {
        row.method().ifPresent(investigation::explainBy);
    }

    private Step<Ranked> step(Prediction at, Target target, AttributionMethod method, String begun) {
        TrustMeasure by = measure.get();
        Optional<ShownMap> known = maps.known(at, method, target);
        Optional<Judgement> judged = findings.judgement(at, method, target, by);
        return new Step<>(
                "Rank " + begun,
                () -> state.set(begun),
                progress -> rank(at, target, method, by, known, judged, progress),
                share -> {},
                found -> {
                    maps.keep(found.map());
                    findings.add(at, method, target, found.judgement());
                    ranked.put(method, found);
                    list();
                },
                failure -> problems.add(method.title() + ": " + failure.getMessage()));
    }

    private Ranked rank(
            Prediction at,
            Target target,
            AttributionMethod method,
            TrustMeasure by,
            Optional<ShownMap> known,
            Optional<Judgement> judged,
            Progress progress)
            throws Exception {
        Subject subject = new Subject(at.input().tensor(), at.input().region(), target);
        ShownMap map = known.isPresent()
                ? known.get()
                : new ShownMap(
                        at,
                        method,
                        target,
                        method.explain(at.network().model(), subject, Sketch.none(), progress.part(0, 0.6)),
                        false);
        Evidence evidence = Evidence.of(at.network().model(), subject, map.map(), method);
        Judgement judgement =
                judged.isPresent() ? judged.get() : judge.of(at.network()).judge(by, evidence, progress.part(0.6, 1));
        return new Ranked(map, judgement);
    }

    private void list() {
        Map<String, Reading> readings = new LinkedHashMap<>();
        Map<String, AttributionMethod> byTitle = new LinkedHashMap<>();
        ranked.forEach((method, found) -> {
            readings.put(method.title(), found.judgement().reading());
            byTitle.put(method.title(), method);
        });
        Judgement any = ranked.values().iterator().next().judgement();
        List<Ranking.Row> places =
                Ranking.of(any.measure(), readings, any.controls()).rows();
        List<RankedRow> listed = new ArrayList<>();
        for (Ranking.Row row : places) {
            listed.add(new RankedRow(
                    listed.size() + 1,
                    row.title(),
                    Optional.ofNullable(row.control() ? null : byTitle.get(row.title())),
                    row.reading()));
        }
        rows.setAll(listed);
        compare();
    }

    private void compare() {
        if (ranked.size() < 2) {
            return;
        }
        Map<String, Heatmap> shown = new LinkedHashMap<>();
        ranked.forEach((method, found) -> shown.put(method.title(), found.map().map()));
        var scores = ranked.values()
                .iterator()
                .next()
                .map()
                .prediction()
                .network()
                .model()
                .scores();
        int height = scores.layout().height(scores.inputShape());
        int width = scores.layout().width(scores.inputShape());
        comparing.submit(new JobRequest<>(
                "Compare the maps",
                Lane.IO,
                progress -> Agreement.of(shown, height, width),
                agreement::set,
                failure -> problems.add("The maps cannot be compared: " + failure.getMessage())));
    }

    private void finished() {
        long controls = rows.stream().filter(RankedRow::control).count();
        long beaten = rows.stream().takeWhile(row -> !row.control()).count();
        state.set(
                rows.isEmpty()
                        ? ""
                        : beaten + " of " + (rows.size() - controls) + " methods are better than every control by "
                                + measure.get().title() + ".");
    }

    private void clear() {
        steps.cancel();
        comparing.cancel();
        ranked.clear();
        rows.clear();
        problems.clear();
        agreement.set(null);
        state.set("");
    }
}
