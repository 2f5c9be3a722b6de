package vermeer.attack;

import vermeer.engine.EngineException;
import vermeer.image.JpegCopy;
import vermeer.image.Picture;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

/**
 * What becomes of an attack's result when somebody does something with the picture.
 *
 * @param logits of what the network then sees, {@code [1, classes]}
 * @param found whether the goal is still reached
 */
public record Afterwards(Tensor logits, boolean found) {

    /** After saving the result as JPEG. */
    public static Afterwards jpeg(Attacking attacking, AttackResult result, int quality, Progress progress)
            throws EngineException, CancelledException {
        return of(attacking, result.goal(), JpegCopy.of(result.picture(), quality), progress);
    }

    /**
     * Before another model.
     *
     * @param other reads the same picture its own way
     * @return its logits for the result; found where its answer is another than for the original, and the goal's class where
     *     the goal has one
     */
    public static Afterwards transferred(Attacking other, AttackResult result, Progress progress)
            throws EngineException, CancelledException {
        Tensor input = other.preprocessing().input(result.original());
        Tensor clean = other.model().scores().logits(input, progress.part(0, 0));
        Goal goal = new Goal(Goal.answer(clean.data()), result.goal().target());
        return of(other, goal, result.picture(), progress);
    }

    private static Afterwards of(Attacking attacking, Goal goal, Picture picture, Progress progress)
            throws EngineException, CancelledException {
        Tensor input = attacking.preprocessing().input(picture);
        Tensor logits = attacking.model().scores().logits(input, progress.part(0, 0));
        return new Afterwards(logits, goal.reached(logits.data()));
    }
}
