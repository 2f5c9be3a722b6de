package vermeer.attack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vermeer.attribution.MethodNotes;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.setting.Help;
import vermeer.setting.Range;

/** DeepFool: steps to the nearest boundary of the network, linearised where it stands, until the answer changes. */
public record DeepFool(
        @Help("What is made small: the root of the sum of squared changes (l2) or the largest change (l-inf).")
                Norm norm,
        @Range(min = 2, max = 50) @Help("Classes whose boundaries are looked at, the most likely ones.") int candidates,
        @Range(min = 1, max = 500) @Help("Steps at most; it stops at success.") int steps,
        @Range(min = 0, max = 1) @Help("How far beyond the boundary, as a share of the way.") double overshoot,
        @Help(Settled.SPACE) Space space)
        implements GradientAttack {

    public DeepFool() {
        this(Norm.L2, 10, 50, 0.02, Space.PICTURE);
    }

    @Override
    public String name() {
        return "deepfool";
    }

    @Override
    public String title() {
        return "DeepFool";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "How far the picture is from the nearest wrong answer: a small change, with no epsilon to choose.",
                "The smallest change of all: it is close. What it finds lies far below half a level, so the result that"
                        + " survives rounding to 8 bits is several times larger; both sizes are given.",
                "One pass with " + (candidates - 1)
                        + " gradients a step, mostly 2 to 5 steps, and some forward passes.",
                "Moosavi-Dezfooli, Fawzi, Frossard: DeepFool: a simple and accurate method to fool deep neural networks"
                        + " (2016)");
    }

    @Override
    public Optional<Limit> limit() {
        return Optional.empty();
    }

    @Override
    public boolean minimal() {
        return true;
    }

    @Override
    public float[] search(Attempt attempt, Progress progress) throws EngineException, CancelledException {
        List<float[]> boundaries = boundaries(attempt);
        float[] clean = attempt.clean();
        float[] moved = new float[clean.length];
        float[] at = clean.clone();
        for (int i = 0; i < steps; i++) {
            progress.checkCancelled();
            List<Slope> slopes = attempt.slopes(at, boundaries, progress);
            if (!step(moved, slopes, boundaries)) {
                return at;
            }
            float beyond = (float) (1 + overshoot);
            for (int j = 0; j < at.length; j++) {
                at[j] = Math.max(0, Math.min(255, clean[j] + beyond * moved[j]));
            }
            // A forward pass costs a twentieth of the next pass with all the gradients.
            if (attempt.goal().reached(attempt.logits(List.of(at), progress).get(0))) {
                return at;
            }
            progress.report(i + 1L, steps);
        }
        return at;
    }

    /** The differences of logits that are to become positive, as weights of the logits. */
    private List<float[]> boundaries(Attempt attempt) {
        float[] logits = attempt.cleanLogits();
        Goal goal = attempt.goal();
        if (logits.length == 1) {
            return List.of(goal.direction(logits));
        }
        List<float[]> boundaries = new ArrayList<>();
        int from = Goal.answer(logits);
        int[] others = goal.target().isPresent()
                ? new int[] {goal.target().getAsInt()}
                : IntStream.range(0, logits.length)
                        .filter(index -> index != goal.label())
                        .boxed()
                        .sorted(Comparator.comparingDouble(index -> -logits[index]))
                        .limit(candidates - 1L)
                        .mapToInt(Integer::intValue)
                        .toArray();
        for (int other : others) {
            float[] weights = new float[logits.length];
            weights[other] += 1;
            weights[goal.target().isPresent() ? from : goal.label()] -= 1;
            boundaries.add(weights);
        }
        return boundaries;
    }

    /** Adds the step to the nearest boundary; false where no gradient leads anywhere. */
    private boolean step(float[] moved, List<Slope> slopes, List<float[]> boundaries) {
        double nearest = Double.POSITIVE_INFINITY;
        float[] gradient = null;
        for (int i = 0; i < slopes.size(); i++) {
            double gap = 0;
            for (int j = 0; j < boundaries.get(i).length; j++) {
                gap += (double) boundaries.get(i)[j] * slopes.get(i).logits()[j];
            }
            double distance = (Math.abs(gap) + 1e-4) / norm.dual(slopes.get(i).gradient());
            if (distance < nearest) {
                nearest = distance;
                gradient = slopes.get(i).gradient();
            }
        }
        if (gradient == null) {
            return false;
        }
        if (norm == Norm.L2) {
            float size = (float) (nearest / Norm.L2.of(gradient));
            for (int j = 0; j < moved.length; j++) {
                moved[j] += size * gradient[j];
            }
            return true;
        }
        float size = (float) nearest;
        for (int j = 0; j < moved.length; j++) {
            moved[j] += size * Math.signum(gradient[j]);
        }
        return true;
    }
}
