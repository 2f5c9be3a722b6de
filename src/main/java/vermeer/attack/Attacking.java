package vermeer.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import vermeer.attack.defence.Defence;
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

    /** The result of an attack that knows of a defence and works through it, rounded to 8 bits. */
    Picture through(Defence defence, Attack attack, Picture picture, Goal goal, Tensor clean, Progress progress)
            throws EngineException, CancelledException {
        Attempt attempt = Attempt.through(defence, attack, model, preprocessing, picture, goal, clean.data());
        float[] found = attack.search(attempt, progress);
        float[] settled = attack.minimal() ? Shrinking.smallest(attempt, found, progress) : found;
        return attempt.levels().picture(attempt.rounded(settled));
    }

    /**
     * Attacks many pictures with one pattern.
     *
     * @param pictures gives a picture each time it is asked for; it may be asked several times
     * @param found told each result with the picture's index
     */
    public void attackAll(
            SharedAttack attack,
            List<Picture> pictures,
            OptionalInt target,
            BiConsumer<Integer, AttackResult> found,
            Progress progress)
            throws EngineException, CancelledException {
        List<Attempt> attempts = new ArrayList<>();
        for (Picture picture : pictures.subList(0, Math.min(attack.pictures(), pictures.size()))) {
            attempts.add(attempt(attack, picture, target, progress));
        }
        Pattern pattern = attack.train(attempts, progress.part(0, 0.8));
        for (int i = 0; i < pictures.size(); i++) {
            Attempt attempt = attempt(attack, pictures.get(i), target, progress);
            attempt.keep(attack.picture(pattern));
            long started = System.nanoTime();
            float[] changed = attack.apply(attempt, pattern, progress.part(1, 1));
            double milliseconds = (System.nanoTime() - started) / 1e6;
            Tensor clean = new Tensor(new int[] {1, attempt.cleanLogits().length}, attempt.cleanLogits());
            found.accept(i, checked(attack, attempt, changed, changed, clean, milliseconds, progress.part(1, 1)));
            progress.part(0.8, 1).report(i + 1L, pictures.size());
        }
    }

    private Attempt attempt(Attack attack, Picture picture, OptionalInt target, Progress progress)
            throws EngineException, CancelledException {
        float[] clean = model.scores()
                .logits(preprocessing.input(picture), progress.part(0, 0))
                .data();
        return Attempt.of(attack, model, preprocessing, picture, new Goal(Goal.answer(clean), target), clean);
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
        Picture original = levels.original();
        Picture result = levels.picture(whole);
        Tensor rounded = model.scores().logits(levels.read(result), progress.part(0, 0));
        boolean same = Arrays.equals(exact, whole);
        Tensor unrounded = same ? rounded : model.scores().logits(levels.input(exact), progress.part(0, 0));
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
                same ? size : Size.of(exact, levels.clean()),
                size,
                attempt.queries(),
                attempt.gradients(),
                milliseconds,
                attempt.pattern(),
                notices(attack, attempt, clean, size));
    }

    private List<String> notices(Attack attack, Attempt attempt, Tensor clean, Size size) {
        List<String> notices = new ArrayList<>(attempt.remarks());
        Optional<Limit> limit = attack.limit().filter(asked -> asked.norm() == Norm.L_INF);
        if (limit.isPresent() && limit.get().epsilon() < 0.5) {
            notices.add("An epsilon below 0.5 levels vanishes when the picture is rounded to 8 bits.");
        } else if (limit.isPresent() && limit.get().epsilon() < 1) {
            notices.add("The smallest change that 8 bits know is 1 level; epsilon was taken as 1.");
        } else if (size.lInf() == 0) {
            notices.add("Rounding to 8 bits leaves nothing of the change.");
        }
        if (attempt.goal().reached(clean.data())) {
            notices.add("The picture was classified so before anything was changed.");
        }
        return notices;
    }
}
