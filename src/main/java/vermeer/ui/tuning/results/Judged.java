package vermeer.ui.tuning.results;

import java.util.Optional;
import vermeer.data.balance.AnswerRule;
import vermeer.data.decision.Prepared;
import vermeer.evaluation.Evaluation;
import vermeer.ui.investigation.Network;

/**
 * A network that was judged on the user's pictures.
 *
 * @param network the one judged; still open
 * @param prepared the pictures as they were decided then
 * @param labels the network's class of each label of the pictures
 * @param rule how its answers are read; empty where as they come
 */
public record Judged(
        Network network, Prepared prepared, int[] labels, Evaluation evaluation, Optional<AnswerRule> rule) {}
