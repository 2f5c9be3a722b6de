package vermeer.attack;

import java.util.Optional;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

/**
 * Steps along the gradient towards the goal, each followed by a projection into the limit.
 *
 * @param steps at most
 * @param step the first step's size as a share of epsilon
 * @param decay how much of the gradients before a step keeps, 0 for none (the momentum of MI-FGSM)
 * @param halving whether the step is halved after each quarter of the steps
 * @param allSteps whether to go on after success, towards an answer that is as sure as possible
 */
record Ascent(int steps, double step, double decay, boolean halving, boolean allSteps) {

    /**
     * What an ascent found.
     *
     * @param success whether the levels are known to succeed; of one step alone it is left to the check that follows anyway
     */
    record Found(float[] levels, boolean success) {}

    /** @param start within the limit; not written to */
    Found climb(Attempt attempt, float[] start, Progress progress) throws EngineException, CancelledException {
        Limit limit = attempt.limit().orElseThrow();
        float[] at = start.clone();
        float[] momentum = decay > 0 ? new float[at.length] : null;
        float[] direction = attempt.goal().direction(attempt.cleanLogits());
        Optional<float[]> success = Optional.empty();
        for (int i = 0; i < steps; i++) {
            progress.checkCancelled();
            Slope slope = attempt.slope(at, direction, progress);
            boolean open = success.isEmpty() && i > 0;
            if (open && attempt.goal().reached(slope.logits()) && attempt.succeeds(at, progress)) {
                if (!allSteps) {
                    return new Found(at, true);
                }
                success = Optional.of(at.clone());
            }
            direction = attempt.goal().direction(slope.logits());
            float[] gradient = momentum == null ? slope.gradient() : accumulate(momentum, slope.gradient());
            move(at, gradient, limit, step * Math.pow(0.5, halving ? 4L * i / steps : 0));
            limit.project(at, attempt.clean());
            progress.report(i + 1L, steps);
        }
        if (steps == 1) {
            return new Found(at, false);
        }
        boolean last = attempt.succeeds(at, progress);
        return last || success.isEmpty() ? new Found(at, last) : new Found(success.get(), true);
    }

    /** Makes the smallest of gradients as large as 1; what becomes infinite is clipped. */
    private static final float STEEP = 1e30f;

    private float[] accumulate(float[] momentum, float[] gradient) {
        double size = Norm.L_INF.dual(gradient);
        float scale = size > 0 ? (float) (1 / size) : 0;
        for (int i = 0; i < momentum.length; i++) {
            momentum[i] = (float) decay * momentum[i] + scale * gradient[i];
        }
        return momentum;
    }

    private static void move(float[] at, float[] gradient, Limit limit, double length) {
        if (limit.norm() == Norm.L_INF) {
            float step = (float) (length * limit.epsilon());
            for (int i = 0; i < at.length; i++) {
                // The sign times the step, without a branch, which the processor does for many values at once.
                at[i] += step * Math.max(-1, Math.min(1, gradient[i] * STEEP));
            }
            return;
        }
        double size = Norm.L2.of(gradient);
        float step = size > 0 ? (float) (length * limit.radius(at.length) / size) : 0;
        for (int i = 0; i < at.length; i++) {
            at[i] += step * gradient[i];
        }
    }
}
