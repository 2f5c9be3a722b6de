package vermeer.ui.trust;

import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import vermeer.report.Judgement;
import vermeer.trust.TrustMeasure;

/** One measure of the map in sight: not asked yet, on its way, or its judgement. */
public final class MeasureRow {
    private final TrustMeasure measure;
    private final ReadOnlyObjectWrapper<Judgement> judgement = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(-1);
    private boolean failed;

    MeasureRow(TrustMeasure measure) {
        this.measure = measure;
    }

    public TrustMeasure measure() {
        return measure;
    }

    /** What the measure says; null where it has not been asked or has not answered yet. */
    public ReadOnlyObjectProperty<Judgement> judgementProperty() {
        return judgement.getReadOnlyProperty();
    }

    /** Why there is no judgement yet, in a few words or one sentence; empty where there is one, or none was asked for. */
    public ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The share measured, 0 to 1; negative while nothing is measured. */
    public ReadOnlyDoubleProperty shareProperty() {
        return share.getReadOnlyProperty();
    }

    void show(Optional<Judgement> known) {
        failed = false;
        judgement.set(known.orElse(null));
        state.set("");
        share.set(-1);
    }

    /** Whether it was asked and could not answer; the state says why. */
    boolean failed() {
        return failed;
    }

    void await() {
        state.set("waiting");
    }

    void begin() {
        state.set("being measured");
        share.set(0);
    }

    void advance(double done) {
        if (share.get() >= 0) {
            share.set(done);
        }
    }

    void fail(String sentence) {
        failed = true;
        state.set(sentence);
        share.set(-1);
    }
}
