package vermeer.attack;

import java.util.Optional;
import java.util.SplittableRandom;
import vermeer.attribution.MethodNotes;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.setting.Help;
import vermeer.setting.Range;

/** Projected gradient descent: many small steps from a random start, again from another start where that fails. */
public record Pgd(
        @Range(min = 0, max = 255) @Help(value = Settled.EPSILON, unit = "levels") double epsilon,
        @Help(Settled.NORM) Norm norm,
        @Range(min = 1, max = 1000) @Help("Steps at most; it stops at success.") int steps,
        @Range(min = 0.001, max = 2) @Help("The first step's size as a share of epsilon.") double step,
        @Help("Whether steps stay as they are or are halved after each quarter of them.") StepRule stepRule,
        @Help("Whether to start from a random place within epsilon, not from the picture itself.") boolean randomStart,
        @Range(min = 1, max = 100) @Help("Starts at most; another one only after a failure.") int restarts,
        @Help(Settled.ALL_STEPS) boolean allSteps,
        @Range(min = 0, max = Integer.MAX_VALUE) @Help(Settled.SEED) long seed,
        @Help(Settled.SPACE) Space space)
        implements GradientAttack {

    /** How long steps are. */
    public enum StepRule {
        CONSTANT,
        HALVING
    }

    public Pgd() {
        this(2, Norm.L_INF, 40, 0.0333, StepRule.CONSTANT, true, 1, false, 0, Space.PICTURE);
    }

    @Override
    public String name() {
        return "pgd";
    }

    @Override
    public String title() {
        return "PGD";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "Whether any change of this size makes the answer wrong, as well as gradients can find out: the"
                        + " yardstick of robustness.",
                "A proof of safety where it fails: more steps, restarts or another attack may succeed. A network whose"
                        + " gradients are useless looks safe.",
                "One gradient pass a step; " + steps + " at most for each start.",
                "Madry, Makelov, Schmidt, Tsipras, Vladu: Towards deep learning models resistant to adversarial attacks"
                        + " (2018)");
    }

    @Override
    public Optional<Limit> limit() {
        return Optional.of(new Limit(norm, epsilon));
    }

    @Override
    public float[] search(Attempt attempt, Progress progress) throws EngineException, CancelledException {
        SplittableRandom random = new SplittableRandom(seed);
        Ascent ascent = new Ascent(steps, step, 0, stepRule == StepRule.HALVING, allSteps);
        Ascent.Found found = null;
        for (int start = 0; start < restarts && (found == null || !found.success()); start++) {
            float[] from = randomStart
                    ? Noise.uniform(attempt.clean(), attempt.limit().orElseThrow(), random)
                    : attempt.clean();
            found = ascent.climb(attempt, from, progress.part((double) start / restarts, (start + 1.0) / restarts));
        }
        return found.levels();
    }
}
