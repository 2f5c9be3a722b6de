package vermeer.ui.tuning.advice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import vermeer.advice.Advice;
import vermeer.advice.Advisor;
import vermeer.advice.HumanLevel;
import vermeer.advice.LearningCurve;
import vermeer.advice.LearningCurves;
import vermeer.advice.SplitErrors;
import vermeer.data.LabelledPicture;
import vermeer.data.Split;
import vermeer.evaluation.Answers;
import vermeer.evaluation.EvaluatedPart;
import vermeer.evaluation.Evaluation;
import vermeer.image.Picture;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;
import vermeer.job.LatestJob;
import vermeer.ui.notice.Sentence;
import vermeer.ui.tuning.results.Judged;
import vermeer.ui.tuning.results.ResultsViewModel;

/** What to do next with the network that was judged, how good people are, and whether more photos would help. */
public final class AdviceViewModel {
    private static final int SHOWN_SIDE = 640;

    private final ResultsViewModel results;
    private final JobRunner runner;
    private final LatestJob learning;
    private final LatestJob reading;
    private final ReadOnlyObjectWrapper<HumanLevel> human = new ReadOnlyObjectWrapper<>(HumanLevel.assumed());
    private final ReadOnlyObjectWrapper<SplitErrors> errors = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Advice> advice = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<LearningCurve> curve = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper curveProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper humanProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<LabellingGame> game = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Picture> photo = new ReadOnlyObjectWrapper<>();
    private long games;

    public AdviceViewModel(ResultsViewModel results) {
        this.results = results;
        this.runner = results.tuning().workbench().runner();
        this.learning = new LatestJob(runner);
        this.reading = new LatestJob(runner);
        results.judgedProperty().subscribe(this::take);
    }

    private void take(Judged judged) {
        stopGame();
        curve.set(null);
        curveProblem.set("");
        if (judged == null) {
            advice.set(null);
            return;
        }
        errors.set(SplitErrors.of(judged.evaluation()));
        advise();
        learn(judged);
    }

    private void advise() {
        if (errors.get() != null) {
            advice.set(new Advisor().advise(human.get(), errors.get()));
        }
    }

    /** Learns from ever more of the photos' features: seconds, not hours. */
    private void learn(Judged judged) {
        Evaluation evaluation = judged.evaluation();
        Answers answers = evaluation.answers();
        Optional<EvaluatedPart> train = evaluation.part(Split.TRAIN);
        if (answers.features().isEmpty() || train.isEmpty()) {
            curveProblem.set(
                    "A learning curve needs a network that ends in a layer with weights, and photos to learn from.");
            return;
        }
        int[] labels =
                answers.pictures().stream().mapToInt(LabelledPicture::label).toArray();
        int classes = judged.prepared().splits().classes().size();
        int[] dev = evaluation.part(Split.DEV).map(EvaluatedPart::members).orElse(new int[0]);
        learning.submit(new JobRequest<>(
                "Would more photos help?",
                Lane.IO,
                progress -> new LearningCurves()
                        .of(
                                answers.features().get(),
                                labels,
                                classes,
                                train.get().members(),
                                dev,
                                progress),
                curve::set,
                failure -> curveProblem.set(
                        failure instanceof IllegalArgumentException
                                ? failure.getMessage()
                                : Sentence.of("The learning curve", failure))));
    }

    /** Takes an error of people that is known from elsewhere, in percent; an empty text takes it back. */
    public void enterHuman(String percent) {
        String text = percent.replace("%", "").replace(',', '.').strip();
        try {
            human.set(text.isEmpty() ? HumanLevel.assumed() : HumanLevel.entered(Double.parseDouble(text) / 100));
            humanProblem.set("");
            advise();
        } catch (IllegalArgumentException wrong) {
            humanProblem.set("Give the error as a number of percent from 0 to 100, such as 1.5.");
        }
    }

    /** Begins the labelling game on photos that the network was judged on. */
    public void play() {
        Judged judged = results.judgedProperty().get();
        if (judged == null) {
            return;
        }
        Answers answers = judged.evaluation().answers();
        List<LabelledPicture> pictures = java.util.Arrays.stream(
                        judged.evaluation().judged().members())
                .mapToObj(answers.pictures()::get)
                .toList();
        game.set(new LabellingGame(pictures, games++));
        showPhoto();
    }

    /** Says which class the photo in sight shows. */
    public void guess(int label) {
        LabellingGame playing = game.get();
        if (playing == null || playing.over()) {
            return;
        }
        playing.guess(label);
        if (playing.over()) {
            human.set(HumanLevel.measured(playing.result()));
            stopGame();
            advise();
        } else {
            showPhoto();
        }
    }

    /** Ends the game without a result. */
    public void stopGame() {
        reading.cancel();
        game.set(null);
        photo.set(null);
    }

    private void showPhoto() {
        photo.set(null);
        LabelledPicture next = game.get().current();
        reading.submit(new JobRequest<>(
                "Read a photo",
                Lane.IO,
                progress -> results.tuning()
                        .workbench()
                        .services()
                        .decoder()
                        .decode(next.file(), progress)
                        .fitting(SHOWN_SIDE),
                photo::set,
                results.tuning().workbench().notices().failing("Reading " + next.key())));
    }

    /** How far the game is, in words; empty where none is played. */
    public String gameText() {
        LabellingGame playing = game.get();
        return playing == null
                ? ""
                : String.format(Locale.ROOT, "What is this? Photo %d of %d", playing.number(), playing.photos());
    }

    /** The classes that a photo can be given to. */
    public List<String> classes() {
        Judged judged = results.judgedProperty().get();
        return judged == null ? List.of() : judged.prepared().splits().classes();
    }

    public ReadOnlyObjectProperty<HumanLevel> humanProperty() {
        return human.getReadOnlyProperty();
    }

    /** Null until the network was judged. */
    public ReadOnlyObjectProperty<SplitErrors> errorsProperty() {
        return errors.getReadOnlyProperty();
    }

    /** Null until the network was judged. */
    public ReadOnlyObjectProperty<Advice> adviceProperty() {
        return advice.getReadOnlyProperty();
    }

    /** Null until it is learnt. */
    public ReadOnlyObjectProperty<LearningCurve> curveProperty() {
        return curve.getReadOnlyProperty();
    }

    /** Why there is no learning curve, one sentence; mostly empty. */
    public ReadOnlyStringProperty curveProblemProperty() {
        return curveProblem.getReadOnlyProperty();
    }

    /** What is wrong with the error that was entered; mostly empty. */
    public ReadOnlyStringProperty humanProblemProperty() {
        return humanProblem.getReadOnlyProperty();
    }

    /** The game that is played; null where none is. */
    ReadOnlyObjectProperty<LabellingGame> gameProperty() {
        return game.getReadOnlyProperty();
    }

    /** The game's photo; null until it is read. */
    public ReadOnlyObjectProperty<Picture> photoProperty() {
        return photo.getReadOnlyProperty();
    }
}
