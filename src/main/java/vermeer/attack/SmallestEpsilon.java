package vermeer.attack;

import java.util.Map;
import java.util.Optional;
import vermeer.engine.EngineException;
import vermeer.image.Picture;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.setting.SettingException;
import vermeer.setting.Settings;
import vermeer.tensor.Tensor;

/**
 * The smallest epsilon at which an attack works on a picture, found by doubling and then by bisection: a whole level in
 * {@link Space#PICTURE}, to 2 % in {@link Space#INPUT}.
 *
 * @param epsilon in levels
 * @param result what the attack came to there
 * @param tried how many epsilons were tried
 */
public record SmallestEpsilon(double epsilon, AttackResult result, int tried) {
    private static final double CLOSE = 1.02;
    private static final double MOST = 255;

    /** Whether an attack has an epsilon to look for. */
    public static boolean offeredBy(Attack attack) {
        return Settings.texts(attack).containsKey("epsilon");
    }

    /**
     * Looks for it; empty where the attack fails at 255 levels too.
     *
     * @throws IllegalArgumentException where the attack has no epsilon
     */
    public static Optional<SmallestEpsilon> of(
            Attacking attacking, Attack attack, Picture picture, Goal goal, Tensor clean, Progress progress)
            throws EngineException, CancelledException {
        boolean whole = attack.space() == Space.PICTURE;
        Optional<SmallestEpsilon> best = Optional.empty();
        double fails = 0;
        double next = whole ? 1 : 0.125;
        int tried = 0;
        while (next <= MOST && (best.isEmpty() || !done(fails, best.get().epsilon(), whole))) {
            progress.checkCancelled();
            AttackResult result =
                    attacking.attack(withEpsilon(attack, next), picture, goal, clean, progress.part(0, 0));
            tried++;
            if (whole ? result.found() : result.foundUnrounded()) {
                best = Optional.of(new SmallestEpsilon(next, result, tried));
            } else {
                fails = next;
            }
            next = best.isEmpty()
                    ? Math.min(2 * next, next < MOST ? MOST : MOST + 1)
                    : between(fails, best.get().epsilon(), whole);
            progress.report(tried, tried + 4L);
        }
        int all = tried;
        return best.map(found -> new SmallestEpsilon(found.epsilon(), found.result(), all));
    }

    private static boolean done(double fails, double works, boolean whole) {
        return whole ? works - fails <= 1 : works <= CLOSE * fails || works < 1e-3;
    }

    private static double between(double fails, double works, boolean whole) {
        return whole ? Math.floor((fails + works) / 2) : (fails + works) / 2;
    }

    /** The attack with another epsilon, in levels. */
    public static Attack withEpsilon(Attack attack, double epsilon) {
        try {
            return Settings.apply(attack, Map.of("epsilon", Double.toString(epsilon)));
        } catch (SettingException none) {
            throw new IllegalArgumentException(none);
        }
    }
}
