package vermeer.ui.lab;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import vermeer.attack.Afterwards;
import vermeer.attack.Attack;
import vermeer.attack.AttackResult;
import vermeer.attack.Attacking;
import vermeer.attack.Goal;
import vermeer.attack.NoisePicture;
import vermeer.attack.SmallestEpsilon;
import vermeer.image.Picture;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;
import vermeer.ui.investigation.Prediction;

/**
 * An attack's result with all that is shown beside it.
 *
 * @param attack with the settings it ran with
 * @param before the answer for the picture as it is
 * @param after the answer for the result, from a pass of its own
 * @param noise the change, amplified
 * @param random the answer for the same changes with random signs: noise of the same size
 * @param jpeg95 whether the result still works after saving as JPEG of quality 95
 * @param jpeg75 the same for quality 75
 */
record Fooled(
        Attack attack,
        AttackResult result,
        Prediction before,
        Prediction after,
        NoisePicture noise,
        Prediction random,
        boolean jpeg95,
        boolean jpeg75) {
    private static final long SEED = 1;

    /** Runs the attack; on the compute lane. */
    static Fooled by(Attack attack, Prediction before, OptionalInt target, Progress progress) throws Exception {
        Attacking attacking = Lab.attacking(before).orElseThrow();
        Picture picture = before.picture().picture();
        AttackResult result = attacking.attack(attack, picture, target, progress.part(0, 0.95));
        return of(attack, before, result, progress.part(0.95, 1));
    }

    /** Looks for the smallest epsilon that works; with epsilon 255 where none does. On the compute lane. */
    static Fooled smallest(Attack attack, Prediction before, OptionalInt target, Progress progress) throws Exception {
        Attacking attacking = Lab.attacking(before).orElseThrow();
        Picture picture = before.picture().picture();
        Tensor clean = attacking.model().scores().logits(before.input().tensor(), progress.part(0, 0));
        Goal goal = new Goal(Goal.answer(clean.data()), target);
        Optional<SmallestEpsilon> found =
                SmallestEpsilon.of(attacking, attack, picture, goal, clean, progress.part(0, 0.95));
        if (found.isEmpty()) {
            return by(SmallestEpsilon.withEpsilon(attack, 255), before, target, progress);
        }
        Attack sized = SmallestEpsilon.withEpsilon(attack, found.get().epsilon());
        return of(sized, before, found.get().result(), progress.part(0.95, 1));
    }

    private static Fooled of(Attack attack, Prediction before, AttackResult result, Progress rest) throws Exception {
        Attacking attacking = Lab.attacking(before).orElseThrow();
        return new Fooled(
                attack,
                result,
                before,
                Lab.ask(before, result.picture(), rest),
                NoisePicture.between(result.original(), result.picture()),
                Lab.ask(before, shuffled(result.original(), result.picture()), rest),
                Afterwards.jpeg(attacking, result, 95, rest).found(),
                Afterwards.jpeg(attacking, result, 75, rest).found());
    }

    /** The original with a share of the change, 0 to 1, as a picture of 8 bits. */
    Picture mixed(double share) {
        return changed(result.original(), result.picture(), (before, change) -> before + share * change);
    }

    /** The original with the same changes, each upwards or downwards by chance. */
    private static Picture shuffled(Picture from, Picture to) {
        SplittableRandom random = new SplittableRandom(SEED);
        return changed(from, to, (before, change) -> random.nextBoolean() ? before + change : before - change);
    }

    /** A level from the one before and how much it changed. */
    private interface Level {
        double of(int before, int change);
    }

    private static Picture changed(Picture from, Picture to, Level level) {
        ByteBuffer original = from.bytes();
        ByteBuffer result = to.bytes();
        byte[] rgb = new byte[original.limit()];
        for (int i = 0; i < rgb.length; i++) {
            int before = original.get(i) & 0xff;
            double mixed = level.of(before, (result.get(i) & 0xff) - before);
            rgb[i] = (byte) Math.max(0, Math.min(255, Math.round(mixed)));
        }
        return Picture.of(from.width(), from.height(), rgb);
    }
}
