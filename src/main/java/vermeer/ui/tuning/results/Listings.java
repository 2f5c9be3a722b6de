package vermeer.ui.tuning.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vermeer.evaluation.ConfusionMatrix;
import vermeer.evaluation.EvaluatedPart;
import vermeer.evaluation.Evaluation;
import vermeer.evaluation.LabelErrors;
import vermeer.evaluation.Predictions;
import vermeer.evaluation.Subset;
import vermeer.evaluation.TopLosses;

/** Makes lists of an evaluation's pictures. */
record Listings(Evaluation evaluation) {
    private static final int MOST = 200;
    private static final String LOOK = "Click one to see why.";

    /** One cell of the confusion matrix, the largest loss first. */
    Listing cell(EvaluatedPart part, int trueClass, int answered) {
        List<String> names = part.predictions().classNames();
        String title = trueClass == answered
                ? names.get(trueClass) + " found"
                : names.get(trueClass) + " taken for " + names.get(answered);
        List<ListedPicture> pictures = ConfusionMatrix.cell(part.predictions(), trueClass, answered).stream()
                .map(i -> listed(part.members()[i], names.get(answered)))
                .toList();
        return new Listing(title + " (" + part.name() + ")", LOOK, pictures);
    }

    /** The pictures that were hardest, of one part. */
    Listing losses(EvaluatedPart part) {
        List<ListedPicture> pictures = TopLosses.of(part.predictions(), MOST).stream()
                .map(i -> listed(part.members()[i], answer(part.members()[i])))
                .toList();
        return new Listing(
                "Largest losses (" + part.name() + ")",
                "Wrong with confidence first; much of the top is often mislabelled or no usable photo.",
                pictures);
    }

    /** Labels that are probably wrong, surely suspected ones first, then whatever heads that did not see it dispute. */
    Listing suspects() {
        if (evaluation.labelErrors().isEmpty()) {
            return new Listing(
                    "Suspected labels",
                    "Labels can be checked with two classes and five photos or more of each.",
                    List.of());
        }
        Predictions judged = evaluation.outOfSample().orElseThrow();
        Map<Integer, String> found = new HashMap<>();
        List<Integer> order = new ArrayList<>();
        for (LabelErrors.Suspect suspect : evaluation.labelErrors().get().suspects()) {
            order.add(suspect.picture());
            found.put(suspect.picture(), judged.classNames().get(suspect.proposed()));
        }
        int sure = order.size();
        LabelErrors.ranking(judged).stream()
                .filter(i -> !judged.correct(i) && !found.containsKey(i))
                .forEach(i -> {
                    order.add(i);
                    found.put(i, judged.classNames().get(judged.predicted(i)));
                });
        List<ListedPicture> pictures =
                order.stream().limit(MOST).map(i -> listed(i, found.get(i))).toList();
        String hint = sure == 0
                ? "No label is clearly wrong; these are disputed by a model that did not learn from them."
                : "The first " + sure + " are probably wrong, the others only disputed.";
        return new Listing("Suspected labels", hint, pictures);
    }

    /** One subset of the judged part, wrong answers first. */
    Listing subset(Subset subset) {
        int[] members = evaluation.judged().members();
        Predictions all = evaluation.answers().predictions();
        List<ListedPicture> pictures = Arrays.stream(subset.members())
                .map(i -> members[i])
                .boxed()
                .sorted((a, b) -> Double.compare(all.loss(b), all.loss(a)))
                .map(i -> listed(i, answer(i)))
                .toList();
        return new Listing(subset.kind() + ": " + subset.name(), LOOK, pictures);
    }

    private String answer(int picture) {
        Predictions all = evaluation.answers().predictions();
        return all.classNames().get(all.predicted(picture));
    }

    private ListedPicture listed(int picture, String proposed) {
        Predictions all = evaluation.answers().predictions();
        return new ListedPicture(
                picture,
                evaluation.answers().pictures().get(picture),
                all.classNames().get(all.labels()[picture]),
                answer(picture),
                all.confidence(picture),
                all.loss(picture),
                proposed);
    }
}
