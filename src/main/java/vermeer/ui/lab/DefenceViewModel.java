package vermeer.ui.lab;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vermeer.attack.Attack;
import vermeer.attack.DefenceTrial;
import vermeer.attack.SharedAttack;
import vermeer.attack.defence.Defence;
import vermeer.attack.defence.Defences;
import vermeer.image.Picture;
import vermeer.job.JobRequest;
import vermeer.job.Lane;
import vermeer.job.LatestJob;
import vermeer.job.Progress;

/** Tries defences against the last attack. To be used from the thread that owns the view. */
final class DefenceViewModel {
    private final Lab lab;
    private final AttackViewModel attack;
    private final LatestJob trying;
    private final ObservableList<DefenceTrial> trials = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();

    DefenceViewModel(Lab lab, AttackViewModel attack) {
        this.lab = lab;
        this.attack = attack;
        trying = new LatestJob(lab.runner());
        attack.resultProperty().subscribe(fooled -> {
            trying.cancel();
            trials.clear();
        });
        lab.jobs().busyProperty().subscribe(busy -> running.set(running.get() && busy));
    }

    /** Why there is nothing to try, in one sentence; empty where there is. */
    String missing() {
        Fooled fooled = attack.resultProperty().get();
        if (fooled == null) {
            return "Fool the network on the page Attack first; its result is what defences are tried on.";
        }
        if (!fooled.result().found()) {
            return "The last attack found nothing, so there is nothing to defend against.";
        }
        return fooled.attack() instanceof SharedAttack
                ? "Choose an attack that changes single pictures, such as PGD."
                : "";
    }

    /** Tries all defences, one after another. */
    void run() {
        if (!missing().isEmpty()) {
            return;
        }
        Fooled fooled = attack.resultProperty().get();
        trials.clear();
        trying.submit(new JobRequest<>(
                "Defences against " + fooled.attack().title(),
                Lane.COMPUTE,
                progress -> tried(fooled, progress),
                all -> running.set(false),
                failure -> {
                    running.set(false);
                    lab.notices().fail("Trying defences", failure);
                }));
        running.set(true);
    }

    private List<DefenceTrial> tried(Fooled fooled, Progress progress) throws Exception {
        List<DefenceTrial> done = new ArrayList<>();
        Attack same = fooled.attack();
        Picture original = fooled.before().picture().picture();
        int count = Defences.all().size();
        for (Defence defence : Defences.all()) {
            Progress part = progress.part((double) done.size() / count, (done.size() + 1.0) / count);
            DefenceTrial trial = DefenceTrial.of(
                    Lab.attacking(fooled.before()).orElseThrow(), defence, same, original, fooled.result(), part);
            done.add(trial);
            lab.runner().deliver(() -> {
                if (attack.resultProperty().get() == fooled) {
                    trials.add(trial);
                }
            });
        }
        return done;
    }

    void cancel() {
        trying.cancel();
        running.set(false);
    }

    /** What was found, in the order of the table; grows while it runs. */
    ObservableList<DefenceTrial> trials() {
        return trials;
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** The attack that is defended against; null until there is one. */
    ReadOnlyObjectProperty<Fooled> attackedProperty() {
        return attack.resultProperty();
    }
}
