package vermeer.cli;

import java.util.List;
import java.util.Optional;
import vermeer.data.Split;
import vermeer.data.balance.CostMatrix;
import vermeer.evaluation.Answers;

/**
 * What a model answered for the pictures of a labelled folder.
 *
 * @param splits the split of every answered picture; empty where the folder is not split
 * @param classes the folder's classes that the model knows
 * @param match the model's class of each of them
 * @param costs what mistakes cost, as decided about the folder; empty where every mistake costs the same
 */
record LabelledAnswers(
        Answers answers, Optional<List<Split>> splits, List<String> classes, int[] match, Optional<CostMatrix> costs) {}
