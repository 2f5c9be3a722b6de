package vermeer.evaluation;

import java.util.stream.IntStream;
import vermeer.data.balance.ClassMap;

/** Answers under classes that are taken together or left out after the network has answered. */
public final class MappedAnswers {
    private MappedAnswers() {}

    /**
     * The answers with mapped probabilities and labels; pictures of classes that are left out are not among them.
     *
     * @param map from the answers' classes
     */
    public static Answers of(Answers answers, ClassMap map) {
        if (map.identity()) {
            return answers;
        }
        int[] left = IntStream.range(0, answers.size())
                .filter(i -> map.places().get(answers.predictions().labels()[i]) >= 0)
                .toArray();
        Answers kept = answers.subset(left);
        Predictions own = kept.predictions();
        int[] labels =
                IntStream.of(own.labels()).map(label -> map.places().get(label)).toArray();
        double[][] probabilities = IntStream.range(0, own.size())
                .mapToObj(i -> map.apply(own.probabilities(i)))
                .toArray(double[][]::new);
        return new Answers(
                IntStream.range(0, labels.length)
                        .mapToObj(i -> kept.pictures().get(i).withLabel(labels[i]))
                        .toList(),
                Predictions.ofProbabilities(map.to(), own.pictures(), labels, probabilities),
                kept.features(),
                kept.facts(),
                answers.unread());
    }

    /** For each class that is left, the network's class of the first one that it stands for. */
    public static int[] first(int[] networkClasses, ClassMap map) {
        return IntStream.range(0, map.to().size())
                .map(place -> networkClasses[map.places().indexOf(place)])
                .toArray();
    }
}
