package vermeer.attack;

import java.util.Optional;
import vermeer.attribution.MethodNotes;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.setting.Help;
import vermeer.setting.Range;

/** The fast gradient sign method: one step of size epsilon along the gradient. */
public record Fgsm(
        @Range(min = 0, max = 255) @Help(value = Settled.EPSILON, unit = "levels") double epsilon,
        @Help(Settled.NORM) Norm norm,
        @Help(Settled.SPACE) Space space)
        implements GradientAttack {

    public Fgsm() {
        this(2, Norm.L_INF, Space.PICTURE);
    }

    @Override
    public String name() {
        return "fgsm";
    }

    @Override
    public String title() {
        return "FGSM";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "Whether one step along the gradient, the same size at every pixel, is enough for a wrong answer.",
                "That a network is safe where it fails: it looks only once. More steps (BIM, PGD) nearly always find"
                        + " what it misses.",
                "1 gradient pass and 1 forward pass.",
                "Goodfellow, Shlens, Szegedy: Explaining and harnessing adversarial examples (2015)");
    }

    @Override
    public Optional<Limit> limit() {
        return Optional.of(new Limit(norm, epsilon));
    }

    @Override
    public float[] search(Attempt attempt, Progress progress) throws EngineException, CancelledException {
        return new Ascent(1, 1, 0, false, false)
                .climb(attempt, attempt.clean(), progress)
                .levels();
    }
}
