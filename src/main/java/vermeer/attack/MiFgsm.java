package vermeer.attack;

import java.util.Optional;
import vermeer.attribution.MethodNotes;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.setting.Help;
import vermeer.setting.Range;

/** Momentum iterative FGSM: steps along the running sum of normalised gradients. */
public record MiFgsm(
        @Range(min = 0, max = 255) @Help(value = Settled.EPSILON, unit = "levels") double epsilon,
        @Help(Settled.NORM) Norm norm,
        @Range(min = 1, max = 1000) @Help("Steps at most; it stops at success.") int steps,
        @Range(min = 0.001, max = 2) @Help("A step's size as a share of epsilon.") double step,
        @Range(min = 0.01, max = 2) @Help("How much of the gradients before a step keeps.") double decay,
        @Help(Settled.ALL_STEPS) boolean allSteps,
        @Help(Settled.SPACE) Space space)
        implements GradientAttack {

    public MiFgsm() {
        this(2, Norm.L_INF, 10, 0.2, 1, false, Space.PICTURE);
    }

    @Override
    public String name() {
        return "mi-fgsm";
    }

    @Override
    public String title() {
        return "MI-FGSM";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "As BIM, with momentum: its results more often fool another network too.",
                "The smallest change: momentum trades some strength on this network for a result that travels.",
                "One gradient pass a step.",
                "Dong, Liao, Pang, Su, Zhu, Hu, Li: Boosting adversarial attacks with momentum (2018)");
    }

    @Override
    public Optional<Limit> limit() {
        return Optional.of(new Limit(norm, epsilon));
    }

    @Override
    public float[] search(Attempt attempt, Progress progress) throws EngineException, CancelledException {
        return new Ascent(steps, step, decay, false, allSteps)
                .climb(attempt, attempt.clean(), progress)
                .levels();
    }
}
