package vermeer.ui.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vermeer.comparison.AlignedClass;
import vermeer.comparison.ClassAlignment;
import vermeer.job.JobRunner;
import vermeer.model.Target;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.investigation.Network;
import vermeer.ui.investigation.Prediction;
import vermeer.ui.investigation.Prediction.ClassScore;
import vermeer.ui.notice.Notices;
import vermeer.ui.opening.Opening;

/** Model B: a second model that is asked about the picture at hand, its answer set beside the first one's by class name. */
public final class SecondModel {
    /** As many classes are listed beside each other. */
    static final int LISTED = 5;

    private final Investigation investigation;
    private final Opening opening;
    private final Answers answers;
    private final JobRunner runner;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<Network> network = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ClassAlignment> alignment = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Prediction> answer = new ReadOnlyObjectWrapper<>();
    private final ObservableList<AlignedClass> classes = FXCollections.observableArrayList();
    private boolean active;

    SecondModel(Investigation investigation, Opening opening, Answers answers, JobRunner runner, Notices notices) {
        this.investigation = investigation;
        this.opening = opening;
        this.answers = answers;
        this.runner = runner;
        this.notices = notices;
        investigation.networkProperty().subscribe(first -> align());
        investigation.predictionProperty().subscribe(first -> ask());
    }

    /** Opens a model file as model B; the one before stays if this one cannot be opened. */
    public void open(Path file) {
        opening.openBeside(file, opened -> {
            Network before = network.get();
            network.set(opened);
            align();
            ask();
            if (before != null && before.model() != opened.model()) {
                before.close(runner, notices.failing("Closing " + before.model().name()));
            }
        });
    }

    /** Makes model B the one that the window asks, and the window's model B. */
    public void swap() {
        Network second = network.get();
        Network first = investigation.networkProperty().get();
        if (second != null && first != null) {
            answers.cancel();
            answer.set(null);
            network.set(first);
            investigation.swap(second);
        }
    }

    /** Whether anybody looks: model B is asked only then. */
    void active(boolean now) {
        active = now;
        if (now) {
            ask();
        } else {
            answers.cancel();
        }
    }

    private void align() {
        Network first = investigation.networkProperty().get();
        Network second = network.get();
        alignment.set(
                first == null || second == null
                        ? null
                        : ClassAlignment.of(
                                first.model().classNames(), second.model().classNames()));
    }

    private void ask() {
        Prediction first = investigation.predictionProperty().get();
        Network second = network.get();
        if (first == null || second == null) {
            answers.cancel();
            answer.set(null);
            classes.clear();
            return;
        }
        boolean asked = answer.get() != null
                && answer.get().network() == second
                && answer.get().picture() == first.picture();
        if (asked) {
            list(first, answer.get());
        } else if (active) {
            answer.set(null);
            answers.compute(
                    "Classify " + first.picture().name() + " by "
                            + second.model().name(),
                    progress -> Prediction.ask(first.picture(), second, progress),
                    given -> {
                        answer.set(given);
                        list(first, given);
                    },
                    notices.failing("Asking model B"));
        }
    }

    private void list(Prediction first, Prediction second) {
        List<AlignedClass> all = AlignedClass.of(
                first.network().model().classNames(),
                probabilities(first),
                second.network().model().classNames(),
                probabilities(second),
                alignment.get());
        classes.setAll(all.subList(0, Math.min(LISTED, all.size())));
    }

    private static double[] probabilities(Prediction prediction) {
        double[] probabilities = new double[prediction.ranking().size()];
        prediction.ranking().forEach(score -> probabilities[score.index()] = score.probability());
        return probabilities;
    }

    /** The target in model B's classes, or why it cannot be said in them. */
    Explained target(Target first) {
        List<String> names = investigation.networkProperty().get().model().classNames();
        List<Target> parts = new ArrayList<>();
        for (Target.Term term : first.terms()) {
            boolean byIndex =
                    term.index() < names.size() && names.get(term.index()).equals(term.name());
            int index = byIndex ? term.index() : names.indexOf(term.name());
            int other = index < 0 ? -1 : alignment.get().ofFirst()[index];
            if (other < 0) {
                return Explained.not(network.get().model().name() + " has no class " + term.name() + ".");
            }
            parts.add(network.get().model().target(other));
        }
        return Explained.of(parts.size() == 1 ? parts.get(0) : parts.get(0).minus(parts.get(1)));
    }

    /** Null while there is none. */
    public ReadOnlyObjectProperty<Network> networkProperty() {
        return network.getReadOnlyProperty();
    }

    /** Which classes both models have; null while one of them is missing. */
    public ReadOnlyObjectProperty<ClassAlignment> alignmentProperty() {
        return alignment.getReadOnlyProperty();
    }

    /** Model B's answer for the picture at hand; null while there is none. */
    public ReadOnlyObjectProperty<Prediction> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** The most probable classes of either model, side by side. */
    public ObservableList<AlignedClass> classes() {
        return classes;
    }

    /** Model B's best class; empty without an answer. */
    Optional<ClassScore> best() {
        return Optional.ofNullable(answer.get()).map(Prediction::best);
    }
}
