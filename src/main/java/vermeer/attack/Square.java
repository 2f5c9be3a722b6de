package vermeer.attack;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import vermeer.attribution.MethodNotes;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.setting.Help;
import vermeer.setting.Range;

/** The Square attack: random squares of one change each, kept where the answer moves towards the goal; L-inf. */
public record Square(
        @Range(min = 0, max = 255) @Help(value = Settled.EPSILON, unit = "levels") double epsilon,
        @Range(min = 1, max = 100_000) @Help("Forward passes at most; it stops at success.") int queries,
        @Range(min = 0.001, max = 1) @Help("The share of the picture that the first squares cover.") double share,
        @Range(min = 0, max = Integer.MAX_VALUE) @Help(Settled.SEED) long seed,
        @Help(Settled.SPACE) Space space)
        implements ScoreAttack {
    /** After these shares of the queries the squares' area is halved, as in the paper. */
    private static final double[] HALVINGS = {0.001, 0.005, 0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8};

    public Square() {
        this(4, 1000, 0.05, 0, Space.PICTURE);
    }

    @Override
    public String name() {
        return "square";
    }

    @Override
    public String title() {
        return "Square";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "What somebody can do who sees nothing but the scores: no gradients, so a network cannot hide behind"
                        + " bad ones.",
                "The smallest epsilon: it needs more queries and a larger change than attacks with gradients.",
                queries + " forward passes at most.",
                "Andriushchenko, Croce, Flammarion, Hein: Square attack: a query-efficient black-box adversarial attack"
                        + " via random search (2020)");
    }

    @Override
    public Optional<Limit> limit() {
        return Optional.of(new Limit(Norm.L_INF, epsilon));
    }

    @Override
    public float[] search(Attempt attempt, Progress progress) throws EngineException, CancelledException {
        SplittableRandom random = new SplittableRandom(seed);
        Limit limit = attempt.limit().orElseThrow();
        float[] best = stripes(attempt.levels(), limit, random);
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < queries; i++) {
            progress.checkCancelled();
            float[] candidate = best;
            if (i > 0) {
                candidate = best.clone();
                change(candidate, attempt.levels(), limit, side(attempt.levels(), (double) i / queries), random);
            }
            float[] logits = attempt.logits(List.of(candidate), progress).get(0);
            double distance = attempt.goal().distance(logits);
            if (distance < nearest) {
                nearest = distance;
                best = candidate;
                if (attempt.goal().reached(logits) && attempt.succeeds(best, progress)) {
                    return best;
                }
            }
            progress.report(i + 1L, queries);
        }
        return best;
    }

    private static float[] stripes(Levels levels, Limit limit, SplittableRandom random) {
        float[] start = levels.clean().clone();
        for (int channel = 0; channel < levels.channels(); channel++) {
            for (int x = 0; x < levels.width(); x++) {
                float change = (float) (random.nextBoolean() ? limit.epsilon() : -limit.epsilon());
                for (int y = 0; y < levels.height(); y++) {
                    start[(channel * levels.height() + y) * levels.width() + x] += change;
                }
            }
        }
        limit.project(start, levels.clean());
        return start;
    }

    private int side(Levels levels, double done) {
        double area = share;
        for (double halving : HALVINGS) {
            area = done > halving ? area / 2 : area;
        }
        int side = (int) Math.round(Math.sqrt(area * levels.width() * levels.height()));
        return Math.max(1, Math.min(side, Math.min(levels.width(), levels.height())));
    }

    private static void change(float[] candidate, Levels levels, Limit limit, int side, SplittableRandom random) {
        int left = random.nextInt(levels.width() - side + 1);
        int top = random.nextInt(levels.height() - side + 1);
        for (int channel = 0; channel < levels.channels(); channel++) {
            float change = (float) (random.nextBoolean() ? limit.epsilon() : -limit.epsilon());
            for (int y = top; y < top + side; y++) {
                for (int x = left; x < left + side; x++) {
                    int at = (channel * levels.height() + y) * levels.width() + x;
                    candidate[at] = Math.max(0, Math.min(255, levels.clean()[at] + change));
                }
            }
        }
    }
}
