package vermeer.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import vermeer.attribution.MethodNotes;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.setting.Help;
import vermeer.setting.Range;

/**
 * The one pixel attack: differential evolution over the place and colour of a few pixels, as in the paper: each candidate
 * gives way to the sum of one and half the difference of two others, all different, where that one is at least as good; there is
 * no crossover; first colours are drawn around the middle with a deviation of half the range. A place outside the picture is
 * drawn anew, a colour outside 0 to 255 is clipped.
 */
public record OnePixel(
        @Range(min = 1, max = 1000) @Help("How many pixels may change.") int pixels,
        @Range(min = 4, max = 1000) @Help("Candidates that are kept; 400 in the paper.") int population,
        @Range(min = 1, max = 1000) @Help("Generations at most, 100 in the paper; it stops at success.")
                int generations,
        @Range(min = 0, max = Integer.MAX_VALUE) @Help(Settled.SEED) long seed,
        @Help(Settled.SPACE) Space space)
        implements ScoreAttack {
    private static final double MUTATION = 0.5;
    private static final int AT_ONCE = 8;

    public OnePixel() {
        this(1, 100, 30, 0, Space.PICTURE);
    }

    @Override
    public String name() {
        return "one-pixel";
    }

    @Override
    public String title() {
        return "One pixel";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "Whether a single pixel, or a few, of any colour can change the answer.",
                "Much of a large picture, where one pixel rarely decides: with 50 candidates and 10 generations in the"
                        + " network's input it changed the answer of MobileNetV2 for 1 of 8 photos, and pixels of the"
                        + " original are averaged besides when it is reduced. Give it more pixels.",
                (population * (generations + 1)) + " forward passes at most.",
                "Su, Vargas, Sakurai: One pixel attack for fooling deep neural networks (2019)");
    }

    @Override
    public Optional<Limit> limit() {
        return Optional.empty();
    }

    @Override
    public float[] search(Attempt attempt, Progress progress) throws EngineException, CancelledException {
        SplittableRandom random = new SplittableRandom(seed);
        int genes = pixels * (2 + attempt.levels().channels());
        double[][] kept = new double[population][genes];
        for (double[] candidate : kept) {
            for (int i = 0; i < genes; i++) {
                candidate[i] =
                        place(i, attempt.levels()) ? random.nextDouble() : clipped(0.5 + 0.5 * random.nextGaussian());
            }
        }
        double[] distances = distances(attempt, kept, progress);
        for (int generation = 0; generation < generations; generation++) {
            if (attempt.succeeds(painted(attempt.levels(), kept[best(distances)]), progress)) {
                break;
            }
            double[][] children = children(kept, attempt.levels(), random);
            double[] theirs = distances(attempt, children, progress);
            for (int i = 0; i < population; i++) {
                if (theirs[i] <= distances[i]) {
                    kept[i] = children[i];
                    distances[i] = theirs[i];
                }
            }
            progress.report(generation + 1L, generations);
        }
        return painted(attempt.levels(), kept[best(distances)]);
    }

    /** For each candidate the sum of one and half the difference of two others, kept within the ranges. */
    private static double[][] children(double[][] kept, Levels levels, SplittableRandom random) {
        double[][] children = new double[kept.length][kept[0].length];
        for (double[] child : children) {
            int base = random.nextInt(kept.length);
            int plus = other(kept.length, random, base, base);
            int minus = other(kept.length, random, base, plus);
            for (int i = 0; i < child.length; i++) {
                double gene = kept[base][i] + MUTATION * (kept[plus][i] - kept[minus][i]);
                boolean outside = gene < 0 || gene > 1;
                child[i] = outside && place(i, levels) ? random.nextDouble() : clipped(gene);
            }
        }
        return children;
    }

    private static int other(int count, SplittableRandom random, int one, int two) {
        int drawn = random.nextInt(count);
        while (drawn == one || drawn == two) {
            drawn = random.nextInt(count);
        }
        return drawn;
    }

    /** Whether a gene is a place, not a colour. */
    private static boolean place(int gene, Levels levels) {
        return gene % (2 + levels.channels()) < 2;
    }

    private static double clipped(double gene) {
        return Math.max(0, Math.min(1, gene));
    }

    private double[] distances(Attempt attempt, double[][] candidates, Progress progress)
            throws EngineException, CancelledException {
        double[] distances = new double[candidates.length];
        for (int from = 0; from < candidates.length; from += AT_ONCE) {
            progress.checkCancelled();
            List<float[]> some = new ArrayList<>();
            for (int i = from; i < Math.min(candidates.length, from + AT_ONCE); i++) {
                some.add(painted(attempt.levels(), candidates[i]));
            }
            List<float[]> logits = attempt.logits(some, progress);
            for (int i = 0; i < some.size(); i++) {
                distances[from + i] = attempt.goal().distance(logits.get(i));
            }
        }
        return distances;
    }

    private static int best(double[] distances) {
        int best = 0;
        for (int i = 0; i < distances.length; i++) {
            best = distances[i] < distances[best] ? i : best;
        }
        return best;
    }

    /** The levels with a candidate's pixels; its genes are column, row and colour of each, as shares of the range. */
    private float[] painted(Levels levels, double[] genes) {
        float[] painted = levels.clean().clone();
        int each = 2 + levels.channels();
        for (int pixel = 0; pixel < pixels; pixel++) {
            int x = Math.min(levels.width() - 1, (int) (genes[pixel * each] * levels.width()));
            int y = Math.min(levels.height() - 1, (int) (genes[pixel * each + 1] * levels.height()));
            for (int channel = 0; channel < levels.channels(); channel++) {
                painted[(channel * levels.height() + y) * levels.width() + x] =
                        Math.round(255 * genes[pixel * each + 2 + channel]);
            }
        }
        return painted;
    }
}
