package vermeer.ui.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vermeer.attribution.Subject;
import vermeer.job.JobRunner;
import vermeer.report.Judgement;
import vermeer.trust.Evidence;
import vermeer.trust.TrustMeasures;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.investigation.Prediction;
import vermeer.ui.investigation.ShownMap;

/** The map in sight and what each measure says of it, beside the controls. */
public final class TrustViewModel {
    private final Findings findings;
    private final SharedJudge judge;
    private final Steps steps;
    private final ReadOnlyObjectWrapper<ShownMap> map = new ReadOnlyObjectWrapper<>();
    private final List<MeasureRow> rows =
            TrustMeasures.all().stream().map(MeasureRow::new).toList();

    TrustViewModel(Investigation investigation, Findings findings, SharedJudge judge, JobRunner runner) {
        this.findings = findings;
        this.judge = judge;
        this.steps = new Steps(runner);
        investigation.mapProperty().subscribe(this::show);
    }

    /** The finished map in sight; null where there is none. */
    public ReadOnlyObjectProperty<ShownMap> mapProperty() {
        return map.getReadOnlyProperty();
    }

    /** One a measure, in their usual order. */
    public List<MeasureRow> rows() {
        return rows;
    }

    /** Whether something is being measured. */
    public ReadOnlyBooleanProperty busyProperty() {
        return steps.busyProperty();
    }

    /** Asks every measure that has not said yet what it says of the map, one after another. */
    public void measure() {
        ask(rows.stream().filter(row -> row.judgementProperty().get() == null).toList());
    }

    /** Asks one measure. */
    public void measure(MeasureRow row) {
        ask(List.of(row));
    }

    /** Stops measuring; what was found stays. */
    public void cancel() {
        steps.cancel();
    }

    /** Shows again what was found of the map meanwhile, as by a ranking. */
    public void refresh() {
        if (!steps.busyProperty().get()) {
            known();
        }
    }

    private void ask(List<MeasureRow> asked) {
        ShownMap at = map.get();
        if (at == null || asked.isEmpty()) {
            return;
        }
        List<Step<?>> all = new ArrayList<>();
        asked.forEach(row -> all.add(step(at, row)));
        steps.start(all, this::known);
        asked.stream().filter(row -> row.shareProperty().get() < 0).forEach(row -> {
            if (row.judgementProperty().get() == null && steps.busyProperty().get()) {
                row.await();
            }
        });
    }

    private Step<Judgement> step(ShownMap at, MeasureRow row) {
        Prediction prediction = at.prediction();
        Subject subject =
                new Subject(prediction.input().tensor(), prediction.input().region(), at.target());
        return new Step<>(
                row.measure().title() + " of " + at.method().title() + " and of the controls",
                row::begin,
                progress -> judge.of(prediction.network())
                        .judge(
                                row.measure(),
                                Evidence.of(prediction.network().model(), subject, at.map(), at.method()),
                                progress),
                row::advance,
                judgement -> {
                    findings.add(prediction, at.method(), at.target(), judgement);
                    row.show(Optional.of(judgement));
                },
                failure -> row.fail(failure.getMessage()));
    }

    private void show(ShownMap shown) {
        ShownMap finished = shown == null || shown.unfinished() ? null : shown;
        if (!Objects.equals(finished, map.get())) {
            steps.cancel();
            map.set(finished);
            rows.forEach(row -> row.show(Optional.empty()));
            known();
        }
    }

    private void known() {
        ShownMap at = map.get();
        for (MeasureRow row : rows) {
            Optional<Judgement> found = at == null
                    ? Optional.empty()
                    : findings.judgement(at.prediction(), at.method(), at.target(), row.measure());
            if (found.isPresent() || !row.failed()) {
                row.show(found);
            }
        }
    }
}
