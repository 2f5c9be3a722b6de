package vermeer.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vermeer.data.balance.AnswerRule;
import vermeer.data.balance.ClassMap;
import vermeer.evaluation.Answers;
import vermeer.evaluation.ClassChange;
import vermeer.evaluation.Comparison;
import vermeer.evaluation.MappedAnswers;
import vermeer.evaluation.Predictions;

/**
 * Another model on the same pictures, both answering among the folder's classes.
 *
 * @param name the other model's
 * @param part the split that is compared
 * @param own this model's predictions
 * @param other the other model's
 */
record Rival(String name, String part, Predictions own, Predictions other) {
    private static final int LONG_LIST = 20;

    /**
     * @param members indices of the pictures that are compared
     * @throws CommandException where the two do not know the same classes or could not read the same pictures
     */
    static Rival of(String name, String part, LabelledAnswers own, LabelledAnswers others, int... members)
            throws CommandException {
        LabelledAnswers other = asAnswered(own, others);
        boolean same = own.classes().equals(other.classes())
                && own.answers().pictures().equals(other.answers().pictures());
        if (!same) {
            throw new CommandException(
                    "'" + name + "' does not know the same classes of the folder as the model, so the two"
                            + " cannot be compared.");
        }
        return new Rival(name, part, among(own, members), among(other, members));
    }

    /** Where this model's classes are taken together in its answers, those of a model that tells all of them apart are too. */
    private static LabelledAnswers asAnswered(LabelledAnswers own, LabelledAnswers other) {
        Optional<ClassMap> map = own.rule().map(AnswerRule::map).filter(each -> !each.identity());
        if (map.isEmpty() || !map.get().from().equals(other.classes())) {
            return other;
        }
        Answers given = other.answers();
        Answers mapped = MappedAnswers.of(
                new Answers(
                        given.pictures(),
                        given.predictions().among(other.match(), other.classes()),
                        given.features(),
                        given.facts(),
                        given.unread()),
                map.get());
        return new LabelledAnswers(other.asked(), mapped, other.splits(), own.classes(), own.match(), own.rule());
    }

    private static Predictions among(LabelledAnswers answers, int... members) {
        return answers.answers()
                .predictions()
                .among(answers.match(), answers.classes())
                .subset(members);
    }

    private Comparison comparison() {
        return Comparison.of(other, own);
    }

    List<String> lines() {
        Comparison found = comparison();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "Against %s on %s (%d pictures, among the folder's classes): %+.1f points (%+.1f to %+.1f).",
                name,
                part,
                found.pictures(),
                100 * found.gain().value(),
                100 * found.gain().low(),
                100 * found.gain().high()));
        lines.add(String.format(
                Locale.ROOT,
                "  %d only this model got right, %d only the other; McNemar's p = %.2g.",
                found.onlySecond(),
                found.onlyFirst(),
                found.p()));
        ClassChange.of(other, own).stream()
                .limit(LONG_LIST)
                .forEach(each -> lines.add(String.format(
                        Locale.ROOT,
                        "  %s: %.0f %% found instead of %.0f %%, %+.0f points (%+.0f to %+.0f)",
                        each.name(),
                        100 * each.after().value(),
                        100 * each.before().value(),
                        100 * each.change().gain().value(),
                        100 * each.change().gain().low(),
                        100 * each.change().gain().high())));
        for (int i : Comparison.disagreements(other, own).stream()
                .limit(LONG_LIST / 2)
                .toList()) {
            lines.add("  " + own.pictures().get(i) + ": " + answer(own, i) + ", the other " + answer(other, i));
        }
        return lines;
    }

    void write(ObjectNode node) {
        Comparison found = comparison();
        node.put("model", name)
                .put("split", part)
                .put("pictures", found.pictures())
                .put("onlyThis", found.onlySecond())
                .put("onlyOther", found.onlyFirst())
                .put("p", found.p());
        node.putObject("gain")
                .put("value", found.gain().value())
                .put("low", found.gain().low())
                .put("high", found.gain().high());
        ArrayNode classes = node.putArray("perClass");
        ClassChange.of(other, own).forEach(each -> classes.addObject()
                .put("name", each.name())
                .put("pictures", each.change().pictures())
                .put("recallThis", each.after().value())
                .put("recallOther", each.before().value())
                .putObject("gain")
                .put("value", each.change().gain().value())
                .put("low", each.change().gain().low())
                .put("high", each.change().gain().high()));
        ArrayNode list = node.putArray("disagreements");
        for (int i :
                Comparison.disagreements(other, own).stream().limit(LONG_LIST).toList()) {
            list.addObject()
                    .put("picture", own.pictures().get(i))
                    .put("true", own.classNames().get(own.labels()[i]))
                    .put("this", answer(own, i))
                    .put("other", answer(other, i));
        }
    }

    private static String answer(Predictions predictions, int picture) {
        return predictions.classNames().get(predictions.predicted(picture));
    }
}
