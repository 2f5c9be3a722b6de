package vermeer.ui.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import vermeer.attack.Attack;
import vermeer.attack.AttackResult;
import vermeer.attack.Attacking;
import vermeer.attack.EpsilonCurve;
import vermeer.attack.Goal;
import vermeer.attack.SharedAttack;
import vermeer.attack.SmallestEpsilon;
import vermeer.evaluation.FolderLabels;
import vermeer.image.Picture;
import vermeer.image.PictureException;
import vermeer.job.JobRequest;
import vermeer.job.Lane;
import vermeer.job.LatestJob;
import vermeer.job.Progress;
import vermeer.setting.SettingException;
import vermeer.setting.Settings;
import vermeer.tensor.Tensor;
import vermeer.ui.investigation.Prediction;

/** Attacks all pictures of the strip at growing epsilons. To be used from the thread that owns the view. */
final class MeasureViewModel {
    static final List<Double> EPSILONS = List.of(0.25, 0.5, 1.0, 2.0, 4.0, 8.0);

    private final Lab lab;
    private final AttackViewModel attack;
    private final LatestJob measuring;
    private final ReadOnlyObjectWrapper<EpsilonCurve> curve = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");

    MeasureViewModel(Lab lab, AttackViewModel attack) {
        this.lab = lab;
        this.attack = attack;
        measuring = new LatestJob(lab.runner());
        lab.jobs().busyProperty().subscribe(busy -> running.set(running.get() && busy));
    }

    /** Measures with the attack that is chosen on the first page, untargeted. */
    void run() {
        Attack chosen = stopping(attack.attack());
        Prediction answer = lab.investigation().predictionProperty().get();
        if (Lab.attacking(answer).isEmpty()) {
            lab.notices().inform("Open a picture and a model from a file first.");
            return;
        }
        if (!SmallestEpsilon.offeredBy(chosen) || chosen instanceof SharedAttack) {
            lab.notices()
                    .inform(chosen.title()
                            + " has no epsilon for a curve; choose FGSM, BIM, PGD, Square or noise on the"
                            + " page Attack.");
            return;
        }
        List<Path> files = lab.pictures().get();
        FolderLabels labels = FolderLabels.of(files, answer.network().model().classNames());
        Attacking attacking = Lab.attacking(answer).get();
        title.set(chosen.title() + " on " + files.size() + (files.size() == 1 ? " picture" : " pictures") + ", "
                + attacking.model().name());
        curve.set(EpsilonCurve.at(EPSILONS));
        measuring.submit(new JobRequest<>(
                "Curve of " + chosen.title(),
                Lane.COMPUTE,
                progress -> measure(attacking, chosen, labels, files, progress),
                all -> running.set(false),
                failure -> {
                    running.set(false);
                    lab.notices().fail("Measuring", failure);
                }));
        running.set(true);
    }

    /** Whether it succeeds is all that is asked, so it need not go on after success. */
    private static Attack stopping(Attack attack) {
        try {
            boolean goesOn = Settings.texts(attack).containsKey("all-steps");
            return goesOn ? Settings.apply(attack, Map.of("all-steps", "false")) : attack;
        } catch (SettingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private EpsilonCurve measure(
            Attacking attacking, Attack chosen, FolderLabels labels, List<Path> files, Progress progress)
            throws Exception {
        EpsilonCurve soFar = EpsilonCurve.at(EPSILONS);
        for (int i = 0; i < files.size(); i++) {
            Progress part = progress.part((double) i / files.size(), (i + 1.0) / files.size());
            try {
                Picture picture = lab.decoder().decode(files.get(i), part);
                soFar = soFar.plus(results(attacking, chosen, picture, part), labels.of(files.get(i)));
            } catch (PictureException broken) {
                lab.runner().deliver(() -> lab.notices().warn(broken.getMessage()));
            }
            EpsilonCurve now = soFar;
            if (!progress.cancelled()) {
                lab.runner().deliver(() -> curve.set(now));
            }
        }
        return soFar;
    }

    private static List<AttackResult> results(Attacking attacking, Attack chosen, Picture picture, Progress progress)
            throws Exception {
        Tensor input = attacking.preprocessing().input(picture);
        Tensor clean = attacking.model().scores().logits(input, progress.part(0, 0));
        Goal goal = Goal.anyBut(Goal.answer(clean.data()));
        List<AttackResult> results = new ArrayList<>();
        for (double epsilon : EPSILONS) {
            progress.checkCancelled();
            Attack sized = SmallestEpsilon.withEpsilon(chosen, epsilon);
            results.add(attacking.attack(sized, picture, goal, clean, progress.part(0, 0)));
            progress.report(results.size(), EPSILONS.size());
        }
        return results;
    }

    void cancel() {
        measuring.cancel();
        running.set(false);
    }

    /** What is known so far; null until it is asked for. */
    ReadOnlyObjectProperty<EpsilonCurve> curveProperty() {
        return curve.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** What is measured. */
    ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }
}
