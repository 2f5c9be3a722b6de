package vermeer.attack;

import java.util.List;
import java.util.Optional;
import vermeer.attribution.MethodNotes;
import vermeer.engine.EngineException;
import vermeer.image.Picture;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.setting.Help;
import vermeer.setting.Range;

/**
 * A universal perturbation: one change for a whole folder, found by steps along the gradients of one picture after another.
 * It has a fixed size and is stretched over what the network sees of each picture.
 */
public record Universal(
        @Range(min = 0, max = 255) @Help(value = Settled.EPSILON, unit = "levels") double epsilon,
        @Range(min = 1, max = 1000) @Help("How often each picture is gone through.") int epochs,
        @Range(min = 0.001, max = 1) @Help("A step's size as a share of epsilon.") double step,
        @Range(min = 1, max = 1000) @Help("Pictures that the perturbation is made of, at most.") int pictures,
        @Range(min = 16, max = 512) @Help(value = "The perturbation's side before it is stretched.", unit = "px")
                int side,
        @Help(Settled.SPACE) Space space)
        implements SharedAttack {
    private static final int MIDDLE = 128;
    private static final float KEPT = 0.8f;

    public Universal() {
        this(8, 5, 0.1, 50, 224, Space.PICTURE);
    }

    @Override
    public String name() {
        return "universal";
    }

    @Override
    public String title() {
        return "Universal perturbation";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "Whether one and the same change fools the network on most pictures, also on those it was not made of.",
                "How little a single picture needs: a change for all is several times larger than one for each.",
                epochs + " gradient passes for each picture that it is made of.",
                "Moosavi-Dezfooli, Fawzi, Fawzi, Frossard: Universal adversarial perturbations (2017); steps along"
                        + " gradients as Shafahi et al.: Universal adversarial training (2020)");
    }

    @Override
    public Optional<Limit> limit() {
        return Optional.of(new Limit(Norm.L_INF, epsilon));
    }

    @Override
    public Picture picture(Pattern pattern) {
        return pattern.picture(MIDDLE);
    }

    @Override
    public Pattern train(List<Attempt> attempts, Progress progress) throws EngineException, CancelledException {
        int channels = attempts.get(0).levels().channels();
        Pattern pattern = new Pattern(channels, side, side, new float[channels * side * side]);
        float[] momentum = new float[pattern.values().length];
        float[][] logits = new float[attempts.size()][];
        float most = (float) attempts.get(0).limit().orElseThrow().epsilon();
        int steps = epochs * attempts.size();
        for (int i = 0; i < steps; i++) {
            progress.checkCancelled();
            int which = i % attempts.size();
            Attempt attempt = attempts.get(which);
            float[] direction = attempt.goal().direction(logits[which] == null ? attempt.cleanLogits() : logits[which]);
            Slope slope = attempt.slope(changed(attempt, pattern), direction, progress);
            logits[which] = slope.logits();
            float[] gradient = stretching(attempt).transposed(slope.gradient(), channels);
            double size = Norm.L_INF.dual(gradient);
            float scale = size > 0 ? (float) (1 / size) : 0;
            for (int j = 0; j < momentum.length; j++) {
                momentum[j] = KEPT * momentum[j] + scale * gradient[j];
                float value = pattern.values()[j] + (float) (step * most * Math.signum(momentum[j]));
                pattern.values()[j] = Math.max(-most, Math.min(most, value));
            }
            progress.report(i + 1L, steps);
        }
        return pattern;
    }

    @Override
    public float[] apply(Attempt attempt, Pattern pattern, Progress progress) {
        return changed(attempt, pattern);
    }

    private float[] changed(Attempt attempt, Pattern pattern) {
        float[] changed = stretching(attempt).apply(pattern.values(), pattern.channels());
        for (int i = 0; i < changed.length; i++) {
            changed[i] = Math.max(0, Math.min(255, changed[i] + attempt.clean()[i]));
        }
        return changed;
    }

    private Stretching stretching(Attempt attempt) {
        return new Stretching(
                side, side, attempt.levels().width(), attempt.levels().height());
    }
}
