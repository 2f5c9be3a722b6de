package vermeer.attack;

import java.util.Optional;
import vermeer.attribution.Adam;
import vermeer.attribution.MethodNotes;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.setting.Help;
import vermeer.setting.Range;

/**
 * Carlini and Wagner's L2 attack: minimises the squared change plus a weight times the distance from the goal, over
 * variables that keep levels within 0 to 255 by themselves; the weight is searched for.
 */
public record CarliniWagner(
        @Range(min = 1, max = 10_000) @Help("Steps for each weight.") int steps,
        @Range(min = 1, max = 20) @Help("Weights that are tried, each between the ones before.") int searches,
        @Range(min = 1e-6, max = 1e6) @Help("The first weight of the distance from the goal.") double weight,
        @Range(min = 1e-5, max = 1) @Help("How far a step goes.") double rate,
        @Range(min = 0, max = 100) @Help(value = "How sure the wrong answer is to be.", unit = "logits")
                double confidence,
        @Help(Settled.SPACE) Space space)
        implements GradientAttack {
    private static final double SPAN = 127.5;
    private static final double INSIDE = 0.999999;
    private static final int CHECKS = 10;

    public CarliniWagner() {
        this(50, 5, 1, 0.01, 0, Space.PICTURE);
    }

    @Override
    public String name() {
        return "carlini-wagner";
    }

    @Override
    public String title() {
        return "Carlini-Wagner";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "How small a change is enough, looked for thoroughly: mostly the smallest of all attacks, and one that"
                        + " defences rarely hide from.",
                "A proof that nothing smaller exists. As with DeepFool, the change must grow to survive rounding to 8"
                        + " bits.",
                (steps * searches) + " gradient passes.",
                "Carlini, Wagner: Towards evaluating the robustness of neural networks (2017)");
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
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double now = weight;
        Best best = new Best();
        for (int i = 0; i < searches; i++) {
            boolean found = minimise(attempt, now, best, progress.part((double) i / searches, (i + 1.0) / searches));
            high = found ? now : high;
            low = found ? low : now;
            now = high == Double.POSITIVE_INFINITY ? 10 * now : (low + high) / 2;
        }
        return best.levels == null ? attempt.clean() : best.levels;
    }

    /** The smallest change so far that reaches the goal. */
    private static final class Best {
        private float[] levels;
        private double square = Double.POSITIVE_INFINITY;
    }

    /** Whether any step reached the goal. */
    private boolean minimise(Attempt attempt, double weight, Best best, Progress progress)
            throws EngineException, CancelledException {
        float[] clean = attempt.clean();
        float[] variables = new float[clean.length];
        for (int i = 0; i < variables.length; i++) {
            double x = (clean[i] / SPAN - 1) * INSIDE;
            variables[i] = (float) (0.5 * Math.log((1 + x) / (1 - x)));
        }
        Adam adam = new Adam(variables.length, rate);
        float[] direction = attempt.goal().margin(attempt.cleanLogits());
        float[] levels = new float[variables.length];
        double before = Double.POSITIVE_INFINITY;
        boolean reached = false;
        for (int i = 0; i < steps; i++) {
            progress.checkCancelled();
            double square = levels(variables, clean, levels);
            Slope slope = attempt.slope(levels, direction, progress);
            double distance = attempt.goal().distance(slope.logits()) + confidence;
            if (attempt.goal().reached(slope.logits()) && distance <= 0) {
                reached = true;
                if (square < best.square) {
                    best.square = square;
                    best.levels = levels.clone();
                }
            }
            double loss = square + weight * Math.max(0, distance);
            if (i % Math.max(1, steps / CHECKS) == 0) {
                if (loss > 0.9999 * before) {
                    return reached;
                }
                before = loss;
            }
            adam.step(variables, gradient(levels, clean, slope.gradient(), distance > 0 ? weight : 0));
            direction = attempt.goal().margin(slope.logits());
            progress.report(i + 1L, steps);
        }
        return reached;
    }

    /** Fills in the levels that variables stand for; the squared change, in units where 1 is the full range. */
    private static double levels(float[] variables, float[] clean, float[] levels) {
        double square = 0;
        for (int i = 0; i < variables.length; i++) {
            levels[i] = (float) (SPAN * (Math.tanh(variables[i]) / INSIDE + 1));
            levels[i] = Math.max(0, Math.min(255, levels[i]));
            double change = (levels[i] - clean[i]) / 255.0;
            square += change * change;
        }
        return square;
    }

    private static float[] gradient(float[] levels, float[] clean, float[] towards, double weight) {
        float[] gradient = new float[levels.length];
        for (int i = 0; i < gradient.length; i++) {
            double tanh = (levels[i] / SPAN - 1) * INSIDE;
            double slope = SPAN * (1 - tanh * tanh);
            double square = 2 * (levels[i] - clean[i]) / (255.0 * 255.0);
            gradient[i] = (float) (slope * (square - weight * towards[i]));
        }
        return gradient;
    }
}
