package vermeer.attack;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import vermeer.attribution.MethodNotes;
import vermeer.engine.EngineException;
import vermeer.image.Picture;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.setting.Help;
import vermeer.setting.Range;

/** An adversarial patch: a square that works wherever it lies in the picture, made at random places. */
public record Patch(
        @Range(min = 2, max = 90) @Help(value = "The patch's side, of the shorter side of the picture.", unit = "%")
                double side,
        @Range(min = 1, max = 10_000) @Help("Steps, each at a place of its own.") int steps,
        @Range(min = 0.5, max = 64) @Help(value = "How far a step goes.", unit = "levels") double step,
        @Range(min = 1, max = 1000) @Help("Random places at which the finished patch is tried.") int trials,
        @Range(min = 1, max = 1000) @Help("Pictures that the patch is made of, at most.") int pictures,
        @Range(min = 0, max = Integer.MAX_VALUE) @Help(Settled.SEED) long seed,
        @Help(Settled.SPACE) Space space)
        implements SharedAttack {
    private static final float KEPT = 0.9f;

    public Patch() {
        this(25, 100, 8, 20, 20, 0, Space.PICTURE);
    }

    @Override
    public String name() {
        return "patch";
    }

    @Override
    public String title() {
        return "Patch";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "Whether a sticker can fool the network: the patch is visible, can be printed, and works at most"
                        + " places.",
                "What a camera makes of a printed patch: light, angle and colour of the print are not imitated.",
                steps + " gradient passes and " + trials + " forward passes.",
                "Brown, Mané, Roy, Abadi, Gilmer: Adversarial patch (2017)");
    }

    @Override
    public Optional<Limit> limit() {
        return Optional.empty();
    }

    @Override
    public Picture picture(Pattern pattern) {
        return pattern.picture(0);
    }

    @Override
    public Pattern train(List<Attempt> attempts, Progress progress) throws EngineException, CancelledException {
        SplittableRandom random = new SplittableRandom(seed);
        Levels first = attempts.get(0).levels();
        int size = size(first);
        Pattern patch = new Pattern(first.channels(), size, size, new float[first.channels() * size * size]);
        Arrays.fill(patch.values(), 128);
        float[] momentum = new float[patch.values().length];
        float[][] logits = new float[attempts.size()][];
        for (int i = 0; i < steps; i++) {
            progress.checkCancelled();
            int which = i % attempts.size();
            Attempt attempt = attempts.get(which);
            logits[which] = logits[which] == null ? attempt.cleanLogits() : logits[which];
            Place place = Place.random(attempt.levels(), patchOn(attempt.levels(), patch), random);
            Slope slope = attempt.slope(place.covered(), attempt.goal().direction(logits[which]), progress);
            logits[which] = slope.logits();
            place.gather(slope.gradient(), patch, momentum, KEPT);
            for (int j = 0; j < momentum.length; j++) {
                float level = patch.values()[j] + (float) (step * Math.signum(momentum[j]));
                patch.values()[j] = Math.max(0, Math.min(255, level));
            }
            progress.report(i + 1L, steps);
        }
        for (int j = 0; j < momentum.length; j++) {
            patch.values()[j] = Math.round(patch.values()[j]);
        }
        return patch;
    }

    /** The picture with the patch at the first place that works; says at how many it does. */
    @Override
    public float[] apply(Attempt attempt, Pattern pattern, Progress progress)
            throws EngineException, CancelledException {
        SplittableRandom random = new SplittableRandom(seed + 1);
        Pattern fitting = patchOn(attempt.levels(), pattern);
        float[] chosen = null;
        boolean found = false;
        int works = 0;
        for (int i = 0; i < trials; i++) {
            progress.checkCancelled();
            float[] covered = Place.random(attempt.levels(), fitting, random).covered();
            boolean success = attempt.succeeds(covered, progress);
            works += success ? 1 : 0;
            chosen = chosen == null || success && !found ? covered : chosen;
            found |= success;
            progress.report(i + 1L, trials);
        }
        attempt.remark("The patch works at " + works + " of " + trials + " random places.");
        return chosen;
    }

    private int size(Levels levels) {
        return Math.max(1, (int) Math.round(Math.min(levels.width(), levels.height()) * side / 100));
    }

    /** The patch at the size that it has on these levels. */
    private Pattern patchOn(Levels levels, Pattern patch) {
        int size = size(levels);
        if (size == patch.width()) {
            return patch;
        }
        float[] values =
                new Stretching(patch.width(), patch.height(), size, size).apply(patch.values(), patch.channels());
        return new Pattern(patch.channels(), size, size, values);
    }
}
