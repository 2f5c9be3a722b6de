package vermeer.attack;

import java.util.Optional;
import vermeer.attribution.MethodNotes;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.setting.Help;
import vermeer.setting.Range;

/** Gaussian noise of the same size as an attack, a control that shows that the direction matters, not the size. */
public record GaussianNoise(
        @Range(min = 0, max = 255) @Help(value = Settled.EPSILON, unit = "levels") double epsilon,
        @Help(Settled.NORM) Norm norm,
        @Range(min = 1, max = 10_000) @Help("Noises at most; it stops at success.") int tries,
        @Range(min = 0, max = Integer.MAX_VALUE) @Help(Settled.SEED) long seed,
        @Help(Settled.SPACE) Space space)
        implements ScoreAttack {

    public GaussianNoise() {
        this(2, Norm.L_INF, 1, 0, Space.PICTURE);
    }

    @Override
    public String name() {
        return "gaussian-noise";
    }

    @Override
    public String title() {
        return "Gaussian noise";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "What the noise of a camera does that is as large as the attack: mostly nothing. A control for every"
                        + " attack.",
                "Robustness: a network that shrugs off noise may still fall for an attack a tenth as large.",
                "One forward pass a try.",
                "Fawzi, Moosavi-Dezfooli, Frossard: Robustness of classifiers: from adversarial to random noise"
                        + " (2016)");
    }

    @Override
    public Optional<Limit> limit() {
        return Optional.of(new Limit(norm, epsilon));
    }

    @Override
    public float[] search(Attempt attempt, Progress progress) throws EngineException, CancelledException {
        return NoiseTries.search(attempt, tries, seed, Noise::gaussian, progress);
    }
}
