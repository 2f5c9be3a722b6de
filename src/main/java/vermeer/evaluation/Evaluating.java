package vermeer.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import vermeer.data.Split;
import vermeer.data.balance.CostMatrix;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

/**
 * Makes an {@link Evaluation} of answers.
 *
 * @param seed of everything drawn by chance: the same seed, the same evaluation
 * @param tags the user's own subsets: names to the keys of the pictures that carry them
 * @param costs what mistakes cost, so that the answers are those with the least expected cost; counts where its classes are
 *     the answers'
 */
public record Evaluating(long seed, Map<String, List<String>> tags, Optional<CostMatrix> costs) {
    private static final int FEWEST_A_CLASS = 5;
    private static final long MUCH_WORK = 200_000;

    public Evaluating {
        tags = Map.copyOf(tags);
    }

    public Evaluating() {
        this(0, Map.of(), Optional.empty());
    }

    /**
     * @param given at least one answer
     * @param splits the split of every answered picture; empty where they are not split
     */
    public Evaluation evaluate(Answers given, Optional<List<Split>> splits, Progress progress)
            throws CancelledException {
        Answers answers = given.weighed(costs);
        Bootstrap bootstrap = bootstrap(answers.predictions());
        List<EvaluatedPart> parts = parts(answers, splits, bootstrap);
        Optional<Predictions> outOfSample = outOfSample(answers, progress.part(0, 0.8));
        EvaluatedPart judged = new Evaluation(
                        answers, parts, new Temperature(1, 0, 0), outOfSample, Optional.empty(), new Subsets(List.of()))
                .judged();
        Answers own = answers.subset(judged.members());
        Optional<Clusters> clusters = own.features().isPresent()
                ? Optional.of(Clusters.of(own.features().get(), seed, progress.part(0.8, 1)))
                : Optional.empty();
        return new Evaluation(
                answers,
                parts,
                Temperature.fit(judged.predictions()),
                outOfSample,
                outOfSample.map(LabelErrors::of),
                Subsets.of(own, clusters, tags));
    }

    /** A thousand draws, fewer where there are very many pictures or classes. */
    private Bootstrap bootstrap(Predictions predictions) {
        long classes = IntStream.of(predictions.labels()).distinct().count();
        return new Bootstrap(predictions.size() * classes > MUCH_WORK ? 200 : 1000, seed);
    }

    private List<EvaluatedPart> parts(Answers answers, Optional<List<Split>> splits, Bootstrap bootstrap) {
        if (splits.isEmpty()) {
            int[] all = IntStream.range(0, answers.size()).toArray();
            return List.of(EvaluatedPart.of(Optional.empty(), answers, all, bootstrap));
        }
        List<Split> of = splits.get();
        List<EvaluatedPart> parts = new ArrayList<>();
        SortedSet<Split> there = new TreeSet<>(of);
        for (Split split : there) {
            int[] members = IntStream.range(0, of.size())
                    .filter(i -> of.get(i) == split)
                    .toArray();
            parts.add(EvaluatedPart.of(Optional.of(split), answers, members, bootstrap));
        }
        return parts;
    }

    /**
     * Predictions by heads that did not see the picture. Only classes that have pictures take part: of a thousand, mostly few.
     * Empty where there is but one, or a class has too few pictures to be learnt.
     */
    private Optional<Predictions> outOfSample(Answers answers, Progress progress) throws CancelledException {
        Predictions predictions = answers.predictions();
        int[] there = IntStream.of(predictions.labels()).distinct().sorted().toArray();
        boolean enough = IntStream.of(there)
                .allMatch(k -> IntStream.of(predictions.labels())
                                .filter(label -> label == k)
                                .count()
                        >= FEWEST_A_CLASS);
        if (answers.features().isEmpty() || there.length < 2 || !enough) {
            return Optional.empty();
        }
        Tensor features = answers.features().get();
        int[] labels = IntStream.of(predictions.labels())
                .map(label -> Arrays.binarySearch(there, label))
                .toArray();
        List<String> names = IntStream.of(there)
                .mapToObj(k -> predictions.classNames().get(k))
                .toList();
        return Optional.of(new CrossValidation(5, seed, new SoftmaxRegression())
                .predict(names, predictions.pictures(), features, labels, progress));
    }
}
