package vermeer.attack;

import java.util.OptionalInt;
import vermeer.attack.defence.Defence;
import vermeer.engine.EngineException;
import vermeer.image.Picture;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

/**
 * How a defence fares against one attack on one picture, as shares of its draws; a defence that draws nothing has one.
 *
 * @param defence the defence
 * @param cleanKept how often the picture without attack keeps its answer behind the defence
 * @param survives how often the attack that knows nothing of the defence still reaches its goal behind it
 * @param survivesKnowing how often the attack reaches it that was made through the defence
 */
public record DefenceTrial(Defence defence, double cleanKept, double survives, double survivesKnowing) {
    private static final int DRAWS = 10;
    /** Far from the draws that an attack has seen. */
    private static final long FIRST_DRAW = 1_000_000;

    /**
     * Tries a defence.
     *
     * @param attack what attacks; its space is the picture
     * @param original the picture before the attack
     * @param result what the attack came to without the defence
     */
    public static DefenceTrial of(
            Attacking attacking,
            Defence defence,
            Attack attack,
            Picture original,
            AttackResult result,
            Progress progress)
            throws EngineException, CancelledException {
        Goal goal = result.goal();
        Shares shares = new Shares(attacking, defence);
        Goal kept = new Goal(goal.label(), OptionalInt.of(goal.label()));
        double cleanKept = shares.reaching(kept, original, progress);
        double survives = shares.reaching(goal, result.picture(), progress);
        Picture knowing = attacking.through(defence, attack, original, goal, result.clean(), progress);
        double survivesKnowing = shares.reaching(goal, knowing, progress);
        progress.report(1, 1);
        return new DefenceTrial(defence, cleanKept, survives, survivesKnowing);
    }

    /** Counts answers over draws. */
    private record Shares(Attacking attacking, Defence defence) {
        double reaching(Goal goal, Picture picture, Progress progress) throws EngineException, CancelledException {
            int draws = defence.random() ? DRAWS : 1;
            int reached = 0;
            for (int i = 0; i < draws; i++) {
                progress.checkCancelled();
                Picture defended = defence.apply(picture, FIRST_DRAW + i);
                Tensor input = attacking.preprocessing().input(defended);
                Tensor logits = attacking.model().scores().logits(input, progress.part(0, 0));
                reached += goal.reached(logits.data()) ? 1 : 0;
            }
            return (double) reached / draws;
        }
    }
}
