package vermeer.ui.tuning.results;

import vermeer.data.decision.Prepared;
import vermeer.evaluation.Evaluation;
import vermeer.ui.investigation.Network;

/**
 * A network that was judged on the user's pictures.
 *
 * @param network the one judged; still open
 * @param prepared the pictures as they were decided then
 * @param labels the network's class of each label of the pictures
 */
public record Judged(Network network, Prepared prepared, int[] labels, Evaluation evaluation) {}
