package vermeer.ui.tuning.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import vermeer.data.DataException;
import vermeer.data.LabelledPicture;
import vermeer.data.balance.AnswerRule;
import vermeer.data.balance.ClassMap;
import vermeer.evaluation.Answering;
import vermeer.evaluation.Answers;
import vermeer.evaluation.ClassMatch;
import vermeer.evaluation.EvaluatedPart;
import vermeer.evaluation.MappedAnswers;
import vermeer.evaluation.Predictions;
import vermeer.image.Decoder;
import vermeer.job.Progress;
import vermeer.model.OpenModel;
import vermeer.ui.investigation.Network;
import vermeer.ui.tuning.results.Judged;

/** Asks another network about the very pictures that one was judged on. */
record Pairing(Decoder decoder, Judged judged, EvaluatedPart part) {

    /** @throws Exception where the other network cannot be asked; its message is a sentence for the user */
    Pair with(Network other, Progress progress) throws Exception {
        if (!(other.model() instanceof OpenModel model)) {
            throw new DataException("Only a network that was opened from a file can be compared; open one first.");
        }
        Optional<ClassMap> map = judged.rule().map(AnswerRule::map).filter(each -> !each.identity());
        return map.isPresent() ? mapped(other, model, map.get(), progress) : plain(other, model, progress);
    }

    private Pair plain(Network other, OpenModel model, Progress progress) throws Exception {
        List<String> classes = judged.prepared().splits().classes();
        ClassMatch match = ClassMatch.of(classes, model.classNames(), List.of());
        int[] known = IntStream.range(0, classes.size())
                .filter(k -> judged.labels()[k] >= 0 && match.index()[k] >= 0)
                .toArray();
        refuseUnknown(model, known.length, classes);
        List<LabelledPicture> asked = pictures(picture -> IntStream.of(known).anyMatch(k -> k == picture.label()));
        Answers answers = new Answering(model, decoder).answer(asked, match.index(), progress);
        List<String> names = IntStream.of(known).mapToObj(classes::get).toList();
        int[] first = IntStream.of(known).map(k -> match.index()[k]).toArray();
        int[] second = IntStream.of(known).map(k -> judged.labels()[k]).toArray();
        Predictions before = answers.predictions().among(first, names);
        Predictions after = own(answers.pictures()).among(second, names);
        return pair(answers, other, before, first, after, second);
    }

    private Pair mapped(Network other, OpenModel model, ClassMap map, Progress progress) throws Exception {
        ClassMatch match = ClassMatch.of(map.from(), model.classNames(), List.of());
        refuseUnknown(model, match.complete() ? 1 : 0, map.from());
        int[] first = MappedAnswers.first(match.index(), map);
        Answers answers = new Answering(model, decoder).answer(pictures(picture -> true), first, progress);
        Answers among = new Answers(
                answers.pictures(),
                answers.predictions().among(match.index(), map.from()),
                answers.features(),
                answers.facts(),
                answers.unread());
        Predictions before = MappedAnswers.of(among, map).predictions();
        return pair(answers, other, before, first, own(answers.pictures()), judged.labels());
    }

    private Pair pair(Answers answers, Network other, Predictions before, int[] first, Predictions after, int[] second)
            throws DataException {
        if (answers.size() == 0) {
            throw new DataException("None of the photos could be read, so there is nothing to compare.");
        }
        return new Pair(
                part.name(),
                answers.pictures(),
                new Pair.Side(other, before.weighed(judged.rule().flatMap(AnswerRule::costs)), first),
                new Pair.Side(judged.network(), after.weighed(judged.rule().flatMap(AnswerRule::costs)), second));
    }

    private static void refuseUnknown(OpenModel model, int known, List<String> classes) throws DataException {
        if (known == 0) {
            throw new DataException("'" + model.name() + "' does not know the classes "
                    + String.join(", ", classes.subList(0, Math.min(5, classes.size())))
                    + ", so the two cannot be compared; choose another.");
        }
    }

    private List<LabelledPicture> pictures(java.util.function.Predicate<LabelledPicture> wanted) {
        List<LabelledPicture> pictures = new ArrayList<>();
        for (int member : part.members()) {
            LabelledPicture picture = judged.evaluation().answers().pictures().get(member);
            if (wanted.test(picture)) {
                pictures.add(picture);
            }
        }
        return pictures;
    }

    /** The judged network's predictions of these pictures. */
    private Predictions own(List<LabelledPicture> pictures) {
        Predictions all = judged.evaluation().answers().predictions();
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            places.put(all.pictures().get(i), i);
        }
        return all.subset(
                pictures.stream().mapToInt(picture -> places.get(picture.key())).toArray());
    }
}
