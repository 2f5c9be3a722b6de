package vermeer.attribution;

import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import vermeer.engine.EngineException;
import vermeer.image.Heatmap;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Scores;
import vermeer.setting.Help;
import vermeer.setting.Range;
import vermeer.tensor.Tensor;

/**
 * LIME: random superpixels are hidden, and a weighted ridge regression says how much each one's presence adds to the target.
 * Samples count by {@code exp(-d^2 / width^2)}, d the cosine distance from the whole picture.
 *
 * <p>Facts: {@code superpixels}, their number; {@code fit}, the weighted share of variance that the linear model explains.
 */
public record Lime(
        @Range(min = 20, max = 20_000) @Help("Pictures with random parts hidden.") int samples,
        @Range(min = 4, max = 400) @Help("Superpixels aimed at.") int segments,
        @Help("What replaces a hidden part.") Baseline fill,
        @Help("Whether the logit or the probability is explained.") Measure measure,
        @Range(min = 0.05, max = 5) @Help("How far from the whole picture samples still count.") double width,
        @Range(min = 0, max = Integer.MAX_VALUE) @Help("Seed of the samples.") long seed)
        implements ScoreMethod {
    private static final double RIDGE = 1;
    private static final double COMPACTNESS = 1;

    public Lime() {
        this(1_000, 64, Baseline.MEAN, Measure.PROBABILITY, 0.25, 0);
    }

    @Override
    public String name() {
        return "lime";
    }

    @Override
    public String title() {
        return "LIME";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "Which parts of the picture the class gains from by being visible, as a simple linear model near this"
                        + " picture sees it; works with every model.",
                "What parts do together: the model is linear. Other seeds and other superpixels give other maps; the"
                        + " fit says how far to trust it.",
                "One forward pass a sample.",
                "Ribeiro, Singh, Guestrin: Why should I trust you? (2016)");
    }

    @Override
    public Attribution explain(Scores model, Subject subject, Sketch sketch, Progress progress)
            throws EngineException, CancelledException {
        Superpixels parts = new Slic(segments, COMPACTNESS).of(subject.input(), model.layout());
        Tensor filling = fill.of(model, subject.input());
        boolean[][] shown = new boolean[samples][parts.count()];
        Random random = new Random(seed);
        for (int i = 0; i < samples; i++) {
            for (int j = 0; j < parts.count(); j++) {
                shown[i][j] = i == 0 || random.nextBoolean();
            }
        }
        double[] values = new Coalitions(model, subject, parts, filling, measure).values(shown, progress);
        double[] weights = weights(shown);
        RealVector fitted = fit(shown, values, weights);
        double[] gains = fitted.getSubVector(0, parts.count()).toArray();
        Heatmap map = new Heatmap(
                parts.height(),
                parts.width(),
                parts.spread(gains),
                subject.region(),
                "gain in " + measure.title() + " when the part is visible");
        return new Attribution(
                map,
                Optional.empty(),
                Map.of("superpixels", (double) parts.count(), "fit", explained(shown, values, weights, fitted)));
    }

    private double[] weights(boolean[][] shown) {
        double[] weights = new double[shown.length];
        for (int i = 0; i < shown.length; i++) {
            int visible = 0;
            for (boolean part : shown[i]) {
                visible += part ? 1 : 0;
            }
            double distance = 1 - Math.sqrt((double) visible / shown[i].length);
            weights[i] = Math.exp(-distance * distance / (width * width));
        }
        return weights;
    }

    /** Coefficients, the intercept last; the intercept is not shrunk. */
    private static RealVector fit(boolean[][] shown, double[] values, double[] weights) {
        int terms = shown[0].length + 1;
        RealMatrix normal = new Array2DRowRealMatrix(terms, terms);
        RealVector right = new ArrayRealVector(terms);
        for (int i = 0; i < shown.length; i++) {
            for (int j = 0; j < terms; j++) {
                if (!present(shown[i], j)) {
                    continue;
                }
                right.addToEntry(j, weights[i] * values[i]);
                for (int k = 0; k < terms; k++) {
                    if (present(shown[i], k)) {
                        normal.addToEntry(j, k, weights[i]);
                    }
                }
            }
        }
        for (int j = 0; j < terms - 1; j++) {
            normal.addToEntry(j, j, RIDGE);
        }
        return new CholeskyDecomposition(normal).getSolver().solve(right);
    }

    private static boolean present(boolean[] shown, int term) {
        return term == shown.length || shown[term];
    }

    private static double explained(boolean[][] shown, double[] values, double[] weights, RealVector fitted) {
        double total = 0;
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            total += weights[i];
            mean += weights[i] * values[i];
        }
        mean /= total;
        double left = 0;
        double spread = 0;
        for (int i = 0; i < values.length; i++) {
            double predicted = 0;
            for (int j = 0; j <= shown[i].length; j++) {
                predicted += present(shown[i], j) ? fitted.getEntry(j) : 0;
            }
            left += weights[i] * Math.pow(values[i] - predicted, 2);
            spread += weights[i] * Math.pow(values[i] - mean, 2);
        }
        return spread == 0 ? 0 : 1 - left / spread;
    }
}
