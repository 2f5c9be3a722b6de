package vermeer.attack;

import java.util.Optional;
import vermeer.attribution.MethodNotes;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.setting.Help;
import vermeer.setting.Range;

/** The basic iterative method: FGSM in small steps from the picture itself. */
public record Bim(
        @Range(min = 0, max = 255) @Help(value = Settled.EPSILON, unit = "levels") double epsilon,
        @Help(Settled.NORM) Norm norm,
        @Range(min = 1, max = 1000) @Help("Steps at most; it stops at success.") int steps,
        @Range(min = 0.001, max = 2) @Help("A step's size as a share of epsilon.") double step,
        @Help(Settled.ALL_STEPS) boolean allSteps,
        @Help(Settled.SPACE) Space space)
        implements GradientAttack {

    public Bim() {
        this(2, Norm.L_INF, 10, 0.2, false, Space.PICTURE);
    }

    @Override
    public String name() {
        return "bim";
    }

    @Override
    public String title() {
        return "BIM";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "Whether a change of this size, found in a few steps along the gradient, is enough for a wrong answer.",
                "That a network is safe where it fails: it always starts from the picture itself and can get stuck.",
                "One gradient pass a step.",
                "Kurakin, Goodfellow, Bengio: Adversarial examples in the physical world (2017)");
    }

    @Override
    public Optional<Limit> limit() {
        return Optional.of(new Limit(norm, epsilon));
    }

    @Override
    public float[] search(Attempt attempt, Progress progress) throws EngineException, CancelledException {
        return new Ascent(steps, step, 0, false, allSteps)
                .climb(attempt, attempt.clean(), progress)
                .levels();
    }
}
