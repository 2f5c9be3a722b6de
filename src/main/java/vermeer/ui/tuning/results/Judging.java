package vermeer.ui.tuning.results;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.data.DataException;
import vermeer.data.LabelledPicture;
import vermeer.data.Split;
import vermeer.data.Splits;
import vermeer.data.balance.AnswerRule;
import vermeer.data.balance.Balance;
import vermeer.data.balance.ClassMap;
import vermeer.data.decision.DecisionsFile;
import vermeer.data.decision.Prepared;
import vermeer.evaluation.AnswerChoices;
import vermeer.evaluation.Answering;
import vermeer.evaluation.Answers;
import vermeer.evaluation.ClassMatch;
import vermeer.evaluation.Evaluating;
import vermeer.evaluation.Evaluation;
import vermeer.evaluation.MappedAnswers;
import vermeer.image.Decoder;
import vermeer.job.Progress;
import vermeer.model.OpenModel;
import vermeer.ui.investigation.Network;

/**
 * Judges a network on the splits that may be looked at.
 *
 * @param test whether test is looked at too, which is recorded in the folder's decisions
 */
record Judging(Decoder decoder, boolean test) {

    /** @throws Exception where the network cannot be asked; its message is a sentence for the user */
    Judged judge(Network network, Prepared prepared, Progress progress) throws Exception {
        if (!(network.model() instanceof OpenModel model)) {
            throw new DataException("Only a network that was opened from a file can be judged; open one first.");
        }
        List<String> classes = prepared.splits().classes();
        ClassMatch match = ClassMatch.of(classes, model.classNames(), List.of());
        if (match.unmatched().size() == classes.size()) {
            throw new DataException("'" + model.name() + "' knows none of the classes "
                    + String.join(", ", classes.subList(0, Math.min(5, classes.size())))
                    + "; tune it to them first, or open a network that knows them.");
        }
        List<LabelledPicture> pictures = pictures(prepared, model);
        pictures.removeIf(picture -> match.index()[picture.label()] < 0);
        Answers given = new Answering(model, decoder).answer(pictures, match.index(), progress.part(0, 0.9));
        Balance reading = AnswerChoices.of(prepared, model);
        Optional<AnswerRule> rule =
                AnswerChoices.rule(reading, model.classNames()).filter(each -> classes.equals(model.classNames()));
        Optional<ClassMap> map = rule.map(AnswerRule::map).filter(each -> !each.identity());
        Prepared asked = map.isPresent() ? asAnswered(prepared, reading) : prepared;
        Answers answers = map.isPresent() ? MappedAnswers.of(given, map.get()) : given;
        if (answers.size() == 0) {
            throw new DataException("None of the photos could be read, so there is nothing to judge.");
        }
        Map<String, Split> assignments = prepared.splits().assignments();
        List<Split> splits =
                answers.predictions().pictures().stream().map(assignments::get).toList();
        Evaluation evaluation = new Evaluating(
                        0, Tagging.lists(prepared.decisions().tags()), rule.flatMap(AnswerRule::costs))
                .evaluate(answers, Optional.of(splits), progress.part(0.9, 1));
        int[] labels = map.map(each -> MappedAnswers.first(match.index(), each)).orElse(match.index());
        return new Judged(network, asked, labels, evaluation, rule);
    }

    /** The pictures under the classes of the answers. */
    private static Prepared asAnswered(Prepared prepared, Balance reading) {
        Balance decided = prepared.decisions().balance();
        boolean own = AnswerChoices.ofAnswers(decided).equals(reading);
        return own
                ? prepared.asAnswered()
                : Prepared.of(prepared.reading(), prepared.decisions().withBalance(reading), List.of())
                        .asAnswered();
    }

    private List<LabelledPicture> pictures(Prepared prepared, OpenModel model) throws IOException {
        Splits splits = prepared.splits();
        List<LabelledPicture> pictures = new ArrayList<>(splits.train());
        pictures.addAll(splits.trainDev());
        pictures.addAll(splits.dev());
        if (test) {
            DecisionsFile log = new DecisionsFile(prepared.dataset().folder());
            pictures.addAll(splits.test().open(log, "the window, with " + model.name()));
        }
        return pictures;
    }
}
