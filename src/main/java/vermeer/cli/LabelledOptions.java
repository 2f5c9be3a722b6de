package vermeer.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import picocli.CommandLine.Option;
import vermeer.data.DataException;
import vermeer.data.Dataset;
import vermeer.data.LabelledPicture;
import vermeer.data.LockedTest;
import vermeer.data.Split;
import vermeer.data.balance.AnswerRule;
import vermeer.data.decision.DecisionsFile;
import vermeer.data.decision.Prepared;
import vermeer.engine.EngineException;
import vermeer.evaluation.AnswerChoices;
import vermeer.evaluation.Answering;
import vermeer.evaluation.Answers;
import vermeer.evaluation.ClassMatch;
import vermeer.evaluation.MappedAnswers;
import vermeer.job.CancelledException;
import vermeer.model.ClassNames;
import vermeer.model.OpenModel;

/** Which labelled pictures a command works with. */
final class LabelledOptions {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "FOLDER",
            description =
                    "The pictures: one folder a class, inside train, val, test or not, or as decided in the window.")
    private Path folder;

    @Option(
            names = "--test",
            description =
                    "Also looks at the test pictures, and records that in the folder's decisions. Look rarely: every"
                            + " look makes them less of a test.")
    private boolean test;

    /** The folder with the pictures. */
    Path folder() {
        return folder;
    }

    /**
     * Asks the model about every picture whose class it knows.
     *
     * @throws CommandException where it knows none of the classes
     */
    LabelledAnswers answer(OpenModel model, Surroundings surroundings)
            throws DataException, CommandException, EngineException, CancelledException {
        Prepared prepared = Prepared.of(folder, surroundings.progress());
        ClassMatch match = match(prepared.dataset(), model, surroundings);
        Optional<Map<String, Split>> splits = KnownSplits.of(prepared, model);
        List<LabelledPicture> pictures = pictures(prepared.dataset(), match.index(), splits, model);
        return answer(pictures, prepared, match, splits, model, surroundings);
    }

    /** Asks another model about the very pictures that a first one answered. */
    LabelledAnswers answerAgain(LabelledAnswers first, OpenModel model, Surroundings surroundings)
            throws DataException, CommandException, EngineException, CancelledException {
        Prepared prepared = Prepared.of(folder, surroundings.progress());
        ClassMatch match = match(prepared.dataset(), model, surroundings);
        List<LabelledPicture> pictures = first.asked().stream()
                .filter(picture -> match.index()[picture.label()] >= 0)
                .toList();
        return answer(pictures, prepared, match, Optional.empty(), model, surroundings);
    }

    private LabelledAnswers answer(
            List<LabelledPicture> pictures,
            Prepared prepared,
            ClassMatch match,
            Optional<Map<String, Split>> splits,
            OpenModel model,
            Surroundings surroundings)
            throws DataException, CommandException, EngineException, CancelledException {
        Answers given = answers(pictures, match.index(), new Answering(model, surroundings.pictures()), surroundings);
        Optional<AnswerRule> rule = AnswerChoices.rule(AnswerChoices.of(prepared, model), model.classNames());
        Answers answers = rule.map(each -> MappedAnswers.of(given, each.map())).orElse(given);
        if (answers.size() == 0) {
            throw new CommandException("All the pictures that could be read are of classes that are left out in the"
                    + " answers; judge others.");
        }
        rule.ifPresent(each -> surroundings.terminal().err().println(AnswerChoices.note(rule)));
        if (rule.isPresent() && !rule.get().map().identity()) {
            List<String> classes = answers.predictions().classNames();
            return new LabelledAnswers(
                    given.pictures(),
                    answers,
                    splits.map(each -> splits(answers, each)),
                    classes,
                    IntStream.range(0, classes.size()).toArray(),
                    rule);
        }
        int[] known = IntStream.range(0, match.index().length)
                .filter(label -> match.index()[label] >= 0)
                .toArray();
        return new LabelledAnswers(
                given.pictures(),
                answers,
                splits.map(each -> splits(answers, each)),
                IntStream.of(known).mapToObj(prepared.dataset().classes()::get).toList(),
                IntStream.of(known).map(label -> match.index()[label]).toArray(),
                rule);
    }

    private ClassMatch match(Dataset dataset, OpenModel model, Surroundings surroundings) throws CommandException {
        List<String> synonyms =
                model.classNames().size() == ClassNames.wordNetNumbers().size()
                        ? ClassNames.wordNetNumbers()
                        : List.of();
        ClassMatch match = ClassMatch.of(dataset.classes(), model.classNames(), synonyms);
        check(match, dataset, model, surroundings);
        return match;
    }

    /**
     * Reads the features of every picture; the model need not know the classes.
     *
     * @throws CommandException where the network has no features to read
     */
    LabelledFeatures features(OpenModel model, Surroundings surroundings)
            throws DataException, CommandException, EngineException, CancelledException {
        Answering answering = new Answering(model, surroundings.pictures());
        if (!answering.hasFeatures()) {
            throw new CommandException("'" + model.name() + "' does not end in a layer with weights, so it has no"
                    + " features to learn from; choose another model.");
        }
        Prepared prepared = Prepared.of(folder, surroundings.progress());
        // Labels are the folder's; which classes the model has does not matter here.
        int[] classes = new int[prepared.dataset().classes().size()];
        Optional<Map<String, Split>> known = KnownSplits.of(prepared, model);
        List<LabelledPicture> pictures = pictures(prepared.dataset(), classes, known, model);
        Answers answers = answers(pictures, classes, answering, surroundings);
        List<Split> splits = splits(answers, known.orElse(Map.of()));
        return new LabelledFeatures(
                prepared.dataset().classes(),
                answers.features().orElseThrow(),
                answers.pictures().stream().mapToInt(LabelledPicture::label).toArray(),
                rows(splits, Split.TRAIN),
                rows(splits, Split.DEV));
    }

    private static int[] rows(List<Split> splits, Split wanted) {
        return IntStream.range(0, splits.size())
                .filter(i -> splits.get(i) == wanted)
                .toArray();
    }

    /** The pictures whose classes are known; those of test only on request, and then the look is recorded. */
    private List<LabelledPicture> pictures(
            Dataset dataset, int[] classes, Optional<Map<String, Split>> splits, OpenModel model)
            throws CommandException {
        List<LabelledPicture> open = new ArrayList<>();
        List<LabelledPicture> locked = new ArrayList<>();
        for (LabelledPicture picture : dataset.pictures()) {
            boolean isTest = splits.filter(known -> known.get(picture.key()) == Split.TEST)
                    .isPresent();
            if (classes[picture.label()] >= 0) {
                (isTest ? locked : open).add(picture);
            }
        }
        if (test && !locked.isEmpty()) {
            try {
                open.addAll(new LockedTest(locked)
                        .open(new DecisionsFile(folder), "vermeer evaluate with " + model.name()));
            } catch (IOException unrecorded) {
                throw new CommandException(unrecorded.getMessage());
            }
        }
        if (open.isEmpty()) {
            throw new CommandException("There is nothing to look at in '" + folder
                    + "': all its pictures are test pictures; add --test to look at them.");
        }
        return open;
    }

    private Answers answers(
            List<LabelledPicture> pictures, int[] classes, Answering answering, Surroundings surroundings)
            throws CommandException, EngineException, CancelledException {
        ProgressLine line = new ProgressLine(surroundings.terminal(), "Answering");
        Answers answers = answering.answer(pictures, classes, new DrawnProgress(surroundings.progress(), line));
        line.clear();
        answers.unread().forEach(unread -> surroundings.terminal().err().println(unread.reason()));
        if (answers.size() == 0) {
            throw new CommandException("None of the pictures in '" + folder + "' could be read.");
        }
        return answers;
    }

    /** The split of every answered picture; those that nobody assigned count as training. */
    private static List<Split> splits(Answers answers, Map<String, Split> known) {
        return answers.pictures().stream()
                .map(picture -> known.getOrDefault(picture.key(), Split.TRAIN))
                .toList();
    }

    private void check(ClassMatch match, Dataset dataset, OpenModel model, Surroundings surroundings)
            throws CommandException {
        if (match.unmatched().size() == dataset.classes().size()) {
            throw new CommandException("'" + model.name() + "' knows none of the classes in '" + folder + "' ("
                    + some(match.unmatched()) + "); its classes are " + some(model.classNames())
                    + ". Rename the folders, or tune the model to them with 'vermeer finetune'.");
        }
        if (!match.unmatched().isEmpty()) {
            surroundings
                    .terminal()
                    .err()
                    .println("Left out, because the model does not know them: " + some(match.unmatched()) + ".");
        }
        IntStream.range(0, dataset.classes().size())
                .filter(i -> match.index()[i] >= 0)
                .filter(i -> !dataset.classes().get(i).equals(model.classNames().get(match.index()[i])))
                .limit(10)
                .mapToObj(i -> "'" + dataset.classes().get(i) + "' is taken for the model's class '"
                        + model.classNames().get(match.index()[i]) + "'.")
                .forEach(surroundings.terminal().err()::println);
    }

    private static String some(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(5, names.size()))) + (names.size() > 5 ? ", ..." : "");
    }
}
