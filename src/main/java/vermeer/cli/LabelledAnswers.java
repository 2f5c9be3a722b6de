package vermeer.cli;

import java.util.List;
import java.util.Optional;
import vermeer.data.LabelledPicture;
import vermeer.data.Split;
import vermeer.data.balance.AnswerRule;
import vermeer.evaluation.Answers;

/**
 * What a model answered for the pictures of a labelled folder.
 *
 * @param asked the pictures that it was asked about, with the folder's labels
 * @param answers what it answered, read by the rule
 * @param splits the split of every answered picture; empty where the folder is not split
 * @param classes the folder's classes that the model knows
 * @param match the model's class of each of them
 * @param rule how its answers are read; empty where as they come
 */
record LabelledAnswers(
        List<LabelledPicture> asked,
        Answers answers,
        Optional<List<Split>> splits,
        List<String> classes,
        int[] match,
        Optional<AnswerRule> rule) {}
