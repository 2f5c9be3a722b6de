package vermeer.cli;

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
import vermeer.data.Split;
import vermeer.data.label.FolderNames;
import vermeer.engine.EngineException;
import vermeer.evaluation.Answering;
import vermeer.evaluation.Answers;
import vermeer.evaluation.ClassMatch;
import vermeer.job.CancelledException;
import vermeer.model.ClassNames;
import vermeer.model.OpenModel;

/** Which labelled pictures a command works with. */
final class LabelledOptions {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "FOLDER",
            description = "The pictures: one folder a class, inside train, val, test or not.")
    private Path folder;

    @Option(
            names = "--test",
            description =
                    "Also looks at the pictures in the test folder. Look rarely: every look makes them less of a test.")
    private boolean test;

    /** The folder with the pictures. */
    Path folder() {
        return folder;
    }

    /** The user's own subsets. */
    Map<String, List<String>> tags() {
        return Map.of();
    }

    /**
     * Asks the model about every picture whose class it knows.
     *
     * @throws CommandException where it knows none of the classes
     */
    LabelledAnswers answer(OpenModel model, Surroundings surroundings)
            throws DataException, CommandException, EngineException, CancelledException {
        Dataset dataset = dataset(surroundings);
        List<String> synonyms =
                model.classNames().size() == ClassNames.wordNetNumbers().size()
                        ? ClassNames.wordNetNumbers()
                        : List.of();
        ClassMatch match = ClassMatch.of(dataset.classes(), model.classNames(), synonyms);
        check(match, dataset, model, surroundings);
        Answers answers = answers(dataset, match.index(), new Answering(model, surroundings.pictures()), surroundings);
        return new LabelledAnswers(answers, isSplit(dataset) ? Optional.of(splits(answers)) : Optional.empty());
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
            throw new CommandException("'" + model.name()
                    + "' does not end in a layer with weights, so it has no features to learn from; choose"
                    + " another model.");
        }
        Dataset dataset = dataset(surroundings);
        // Labels are the folder's; which classes the model has does not matter here.
        Answers answers = answers(dataset, new int[dataset.classes().size()], answering, surroundings);
        List<Split> splits = splits(answers);
        boolean split = isSplit(dataset);
        return new LabelledFeatures(
                dataset.classes(),
                answers.features().orElseThrow(),
                answers.pictures().stream().mapToInt(LabelledPicture::label).toArray(),
                IntStream.range(0, answers.size())
                        .filter(i -> !split || splits.get(i) == Split.TRAIN)
                        .toArray(),
                IntStream.range(0, answers.size())
                        .filter(i -> split && splits.get(i) == Split.DEV)
                        .toArray());
    }

    private Dataset dataset(Surroundings surroundings) throws DataException, CancelledException {
        return new FolderNames().read(folder, surroundings.progress()).dataset();
    }

    private static boolean isSplit(Dataset dataset) {
        return dataset.parts().stream().anyMatch(part -> Split.ofFolder(part).isPresent());
    }

    private Answers answers(Dataset dataset, int[] classes, Answering answering, Surroundings surroundings)
            throws CommandException, EngineException, CancelledException {
        List<LabelledPicture> pictures = dataset.pictures().stream()
                .filter(picture -> classes[picture.label()] >= 0)
                .filter(picture -> test || !isTest(picture))
                .toList();
        if (pictures.isEmpty()) {
            throw new CommandException("There is nothing to evaluate in '" + folder
                    + "': all its pictures are in the test folder; add --test to look at them.");
        }
        ProgressLine line = new ProgressLine(surroundings.terminal(), "Answering");
        Answers answers = answering.answer(pictures, classes, new DrawnProgress(surroundings.progress(), line));
        line.clear();
        answers.unread().forEach(unread -> surroundings.terminal().err().println(unread.reason()));
        if (answers.size() == 0) {
            throw new CommandException("None of the pictures in '" + folder + "' could be read.");
        }
        return answers;
    }

    private static boolean isTest(LabelledPicture picture) {
        return Split.ofFolder(picture.part()).equals(Optional.of(Split.TEST));
    }

    /** The splits by folder; pictures of other folders count as training. */
    private static List<Split> splits(Answers answers) {
        List<Split> splits = new ArrayList<>();
        answers.pictures()
                .forEach(picture -> splits.add(Split.ofFolder(picture.part()).orElse(Split.TRAIN)));
        return splits;
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
