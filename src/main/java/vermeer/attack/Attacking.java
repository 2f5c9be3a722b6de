package vermeer.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vermeer.engine.EngineException;
import vermeer.image.Picture;
import vermeer.image.Preprocessing;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.ImageModel;
import vermeer.model.OpenModel;
import vermeer.tensor.Tensor;

/**
 * Attacks pictures of one model and checks what comes of it.
 *
 * @param model the network attacked
 * @param preprocessing how a picture becomes its input
 */
public record Attacking(ImageModel model, Preprocessing preprocessing) {

    /** An opened model, read as its profile says. */
    public static Attacking on(OpenModel model) {
        return new Attacking(model, model.preprocessing());
    }

    /**
     * Attacks one picture. The class it counts as is the network's own answer.
     *
     * @param target the class wanted; empty where any other will do
     * @apiNote Long-running; call on the compute lane.
     */
    public AttackResult attack(Attack attack, Picture picture, OptionalInt target, Progress progress)
            throws EngineException, CancelledException {
        Tensor clean = model.scores().logits(preprocessing.input(picture), progress.part(0, 0));
        return attack(attack, picture, new Goal(Goal.answer(clean.data()), target), clean, progress);
    }

    /**
     * Attacks one picture.
     *
     * @param clean its logits, {@code [1, classes]}
     */
    public AttackResult attack(Attack attack, Picture picture, Goal goal, Tensor clean, Progress progress)
            throws EngineException, CancelledException {
        long started = System.nanoTime();
        Attempt attempt = Attempt.of(attack, model, preprocessing, picture, goal, clean.data());
        float[] found = attack.search(attempt, progress.part(0, attack.minimal() ? 0.7 : 1));
        float[] settled = attack.minimal() ? Shrinking.smallest(attempt, found, progress) : found;
        float[] exact = attempt.levels().whole() ? found : settled;
        double milliseconds = (System.nanoTime() - started) / 1e6;
        progress.checkCancelled();
        return checked(attack, attempt, exact, settled, clean, milliseconds, progress);
    }

    /**
     * Classifies the result again, from the picture that is saved, whatever the attack believed.
     *
     * @param found the levels that the search found
     * @param settled the levels that survive rounding, where such were found
     */
    private AttackResult checked(
            Attack attack,
            Attempt attempt,
            float[] found,
            float[] settled,
            Tensor clean,
            double milliseconds,
            Progress progress)
            throws EngineException, CancelledException {
        Levels levels = attempt.levels();
        float[] exact = attempt.limited(found);
        float[] whole = attempt.rounded(settled);
        Picture original = levels.picture(levels.clean());
        Picture result = levels.picture(whole);
        Tensor unrounded = model.scores().logits(levels.input(exact), progress.part(0, 0));
        Tensor rounded = model.scores().logits(levels.read(result), progress.part(0, 0));
        Goal goal = attempt.goal();
        Size size = Size.of(whole, levels.clean());
        return new AttackResult(
                goal,
                original,
                result,
                clean,
                unrounded,
                rounded,
                goal.reached(unrounded.data()),
                goal.reached(rounded.data()),
                Size.of(exact, levels.clean()),
                size,
                attempt.queries(),
                attempt.gradients(),
                milliseconds,
                notices(attack, goal, clean, size));
    }

    private List<String> notices(Attack attack, Goal goal, Tensor clean, Size size) {
        List<String> notices = new ArrayList<>();
        Optional<Limit> limit = attack.limit().filter(asked -> asked.norm() == Norm.L_INF);
        if (limit.isPresent() && limit.get().epsilon() < 0.5) {
            notices.add("An epsilon below 0.5 levels vanishes when the picture is rounded to 8 bits.");
        } else if (limit.isPresent() && limit.get().epsilon() < 1) {
            notices.add("The smallest change that 8 bits know is 1 level; epsilon was taken as 1.");
        } else if (size.lInf() == 0) {
            notices.add("Rounding to 8 bits leaves nothing of the change.");
        }
        if (goal.reached(clean.data())) {
            notices.add("The picture was classified so before anything was changed.");
        }
        return notices;
    }
}
