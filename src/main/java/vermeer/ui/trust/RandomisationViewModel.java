package vermeer.ui.trust;

import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import vermeer.attribution.Subject;
import vermeer.job.JobRunner;
import vermeer.model.OpenModel;
import vermeer.trust.Randomisation;
import vermeer.ui.investigation.ShownMap;

/** The test whether the method in sight depends on what the network learned. */
public final class RandomisationViewModel {
    private static final String INVITATION =
            "Does the map depend on what the network learned? The weights are randomised"
                    + " from the output backwards, in %d steps of %d draws; each time the map is made again.";

    private final TrustViewModel trust;
    private final Findings findings;
    private final Steps steps;
    private final Randomisation test = new Randomisation();
    private final ReadOnlyObjectWrapper<Randomisation.Verdict> verdict = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(-1);
    private ShownMap shown;

    RandomisationViewModel(TrustViewModel trust, Findings findings, JobRunner runner) {
        this.trust = trust;
        this.findings = findings;
        this.steps = new Steps(runner);
        trust.mapProperty().subscribe(this::show);
        known();
    }

    /** Makes the test for the map in sight. */
    public void test() {
        ShownMap at = trust.mapProperty().get();
        if (at == null || !(at.prediction().network().model() instanceof OpenModel model)) {
            return;
        }
        Subject subject = new Subject(
                at.prediction().input().tensor(), at.prediction().input().region(), at.target());
        Step<Randomisation.Verdict> step = new Step<>(
                "Randomisation test of " + at.method().title(),
                () -> share.set(0),
                progress -> test.test(model, at.method(), List.of(subject), progress),
                share::set,
                found -> findings.add(at, found),
                failure -> sentence.set(failure.getMessage()));
        steps.start(List.of(step), () -> {
            share.set(-1);
            known();
        });
    }

    public void cancel() {
        steps.cancel();
    }

    /** Whether the network in sight can be tested. */
    public boolean available() {
        ShownMap at = trust.mapProperty().get();
        return at != null && at.prediction().network().model() instanceof OpenModel;
    }

    /** What the test found; null where it has not been made. */
    public ReadOnlyObjectProperty<Randomisation.Verdict> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /** The verdict, or what the test asks, or why it cannot be made. */
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return steps.busyProperty();
    }

    /** The share done, 0 to 1; negative while no test runs. */
    public ReadOnlyDoubleProperty shareProperty() {
        return share.getReadOnlyProperty();
    }

    private void show(ShownMap map) {
        if (!Objects.equals(map, shown)) {
            shown = map;
            steps.cancel();
            known();
        }
    }

    private void known() {
        ShownMap at = trust.mapProperty().get();
        verdict.set(
                at == null
                        ? null
                        : findings.randomisation(at.prediction(), at.method(), at.target())
                                .orElse(null));
        if (verdict.get() != null) {
            sentence.set(verdict.get().sentence(at.method().title()));
        } else if (at != null && !available()) {
            sentence.set("This network's weights cannot be randomised.");
        } else {
            sentence.set(String.format(INVITATION, test.steps(), test.seeds()));
        }
    }
}
