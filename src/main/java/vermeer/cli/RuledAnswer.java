package vermeer.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vermeer.data.balance.AnswerRule;

/**
 * An answer as the model's file says that it is read.
 *
 * @param ranking the classes that are left, the most probable first
 * @param weighed the answer with the least expected cost; empty where every mistake costs the same
 */
record RuledAnswer(List<Answer.Score> ranking, Optional<Weighed> weighed) {

    /** A class and what it costs on average to answer it. */
    record Weighed(String name, double cost) {}

    static RuledAnswer of(Answer answer, Optional<AnswerRule> rule) {
        if (rule.isEmpty()) {
            return new RuledAnswer(answer.ranking(), Optional.empty());
        }
        double[] given = answer.ranking().stream()
                .sorted(Comparator.comparingInt(Answer.Score::index))
                .mapToDouble(Answer.Score::probability)
                .toArray();
        double[] probabilities = rule.get().probabilities(given);
        List<String> names = rule.get().classes();
        List<Answer.Score> ranking = IntStream.range(0, probabilities.length)
                .mapToObj(k -> new Answer.Score(k, names.get(k), probabilities[k]))
                .sorted(Comparator.comparingDouble(Answer.Score::probability)
                        .reversed()
                        .thenComparingInt(Answer.Score::index))
                .toList();
        int decided = rule.get().decide(given);
        return new RuledAnswer(
                ranking,
                rule.get()
                        .costs()
                        .map(costs -> new Weighed(names.get(decided), costs.expected(probabilities, decided))));
    }
}
