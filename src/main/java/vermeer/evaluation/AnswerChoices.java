package vermeer.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vermeer.data.DataException;
import vermeer.data.balance.AnswerRule;
import vermeer.data.balance.Balance;
import vermeer.data.balance.Balancing;
import vermeer.data.balance.ClassMap;
import vermeer.data.balance.CostMatrix;
import vermeer.data.decision.BalanceText;
import vermeer.data.decision.Prepared;
import vermeer.model.OpenModel;

/**
 * How a tuned network's answers are read: which classes are taken together or left out after it has answered, and what mistakes
 * cost. Training writes it into the model file, as the metadata {@value #KEY}; decisions about the photos that are judged come
 * before what the file says.
 */
public final class AnswerChoices {
    /** The metadata key, JSON in the form of the decisions' file. */
    public static final String KEY = "vermeer.answers";

    private AnswerChoices() {}

    /** The part of a balance that concerns answers; frequencies are corrected inside the network. */
    public static Balance ofAnswers(Balance balance) {
        Balance plain = Balance.none().withAtTraining(false);
        Balance classes = balance.atTraining() ? plain : plain.withClasses(balance.merged(), balance.ignored());
        return classes.withCosts(balance.costs());
    }

    /** The metadata's value for decisions; empty where answers are read as they come. */
    public static String text(Balance balance) {
        Balance answers = ofAnswers(balance);
        return nothing(answers) ? "" : BalanceText.write(answers);
    }

    private static boolean nothing(Balance answers) {
        return answers.merged().isEmpty()
                && answers.ignored().isEmpty()
                && answers.costs().isEmpty();
    }

    /**
     * What a model's file says.
     *
     * @throws DataException where that is damaged
     */
    public static Balance of(OpenModel model) throws DataException {
        String text = model.source().metadata().getOrDefault(KEY, "");
        if (text.isEmpty()) {
            return ofAnswers(Balance.none());
        }
        try {
            return ofAnswers(BalanceText.read(text).withBalancing(Balancing.NONE));
        } catch (IllegalArgumentException damaged) {
            throw new DataException(
                    "What the file of '" + model.name() + "' says about its answers is damaged (" + damaged.getMessage()
                            + "); write it anew.",
                    damaged);
        }
    }

    /** What was decided about these photos where the model knows their very classes, else what its file says. */
    public static Balance of(Prepared prepared, OpenModel model) throws DataException {
        Balance decided = ofAnswers(prepared.decisions().balance());
        boolean same = prepared.dataset().classes().equals(model.classNames());
        return same && !nothing(decided) ? decided : of(model);
    }

    /** The rule for a network with these classes; empty where answers are read as they come. */
    public static Optional<AnswerRule> rule(Balance answers, List<String> classes) {
        boolean mapped = Set.copyOf(classes).containsAll(answers.merged().keySet())
                && !(answers.merged().isEmpty() && answers.ignored().isEmpty());
        ClassMap map = mapped ? answers.map(classes) : ClassMap.none(classes);
        Optional<CostMatrix> costs =
                answers.costs().filter(matrix -> matrix.classes().equals(map.to()));
        return map.identity() && costs.isEmpty()
                ? Optional.empty()
                : Optional.of(new AnswerRule(Optional.empty(), map, costs, false));
    }

    /** What is done to the answers, one sentence for people; empty where nothing is. */
    public static String note(Optional<AnswerRule> rule) {
        if (rule.isEmpty()) {
            return "";
        }
        boolean mapped = !rule.get().map().identity();
        boolean weighed = rule.get().costs().isPresent();
        return (mapped ? "Classes are taken together or left out in the answers" : "")
                + (mapped && weighed ? "; the" : weighed ? "The" : "")
                + (weighed ? " answer is the class with the least expected cost, not the most probable one" : "")
                + ".";
    }
}
