package vermeer.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import vermeer.engine.EngineException;
import vermeer.image.Heatmap;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Scores;
import vermeer.setting.Help;
import vermeer.setting.Range;
import vermeer.tensor.Tensor;

/**
 * Kernel SHAP: Shapley values of superpixels by regression on coalitions, sizes drawn by the Shapley kernel, each coalition with its
 * complement; the values sum to the target of the whole picture minus that of the filled one, exactly.
 *
 * <p>Facts: {@code superpixels}; {@code whole} and {@code empty}, the target's values; {@code sum} of the map's parts.
 */
public record KernelShap(
        @Range(min = 20, max = 20_000) @Help("Pictures with random parts hidden.") int samples,
        @Range(min = 2, max = 400) @Help("Superpixels aimed at.") int segments,
        @Help("What replaces a hidden part.") Baseline fill,
        @Help("Whether the logit or the probability is explained.") Measure measure,
        @Range(min = 0, max = Integer.MAX_VALUE) @Help("Seed of the coalitions.") long seed)
        implements ScoreMethod {
    private static final double COMPACTNESS = 1;

    public KernelShap() {
        this(1_000, 64, Baseline.MEAN, Measure.LOGIT, 0);
    }

    @Override
    public String name() {
        return "kernel-shap";
    }

    @Override
    public String title() {
        return "Kernel SHAP";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "How the difference between the whole picture and a filled one is shared fairly among its parts; the"
                        + " shares add up to that difference.",
                "What a single pixel does: one value a superpixel. With few samples and many parts the shares are"
                        + " estimates that change with the seed.",
                "One forward pass a sample.",
                "Lundberg, Lee: A unified approach to interpreting model predictions (2017)");
    }

    @Override
    public Attribution explain(Scores model, Subject subject, Sketch sketch, Progress progress)
            throws EngineException, CancelledException {
        Superpixels parts = new Slic(segments, COMPACTNESS).of(subject.input(), model.layout());
        Tensor filling = fill.of(model, subject.input());
        boolean[][] shown = coalitions(parts.count());
        double[] values = new Coalitions(model, subject, parts, filling, measure).values(shown, progress);
        double empty = values[0];
        double whole = values[1];
        double[] shares = parts.count() == 1 ? new double[] {whole - empty} : shares(shown, values, empty, whole);
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        Heatmap map = new Heatmap(
                parts.height(),
                parts.width(),
                parts.spread(shares),
                subject.region(),
                "share of the " + measure.title() + " (Shapley value) of the part");
        return new Attribution(
                map,
                Optional.empty(),
                Map.of("superpixels", (double) parts.count(), "whole", whole, "empty", empty, "sum", sum));
    }

    /** The empty coalition, the whole one, then pairs of a coalition and its complement. */
    private boolean[][] coalitions(int parts) {
        List<boolean[]> coalitions = new ArrayList<>();
        coalitions.add(new boolean[parts]);
        boolean[] whole = new boolean[parts];
        Arrays.fill(whole, true);
        coalitions.add(whole);
        Random random = new Random(seed);
        double[] sizes = sizeWeights(parts);
        while (parts > 1 && coalitions.size() < samples) {
            boolean[] drawn = draw(parts, size(sizes, random), random);
            boolean[] complement = new boolean[parts];
            for (int i = 0; i < parts; i++) {
                complement[i] = !drawn[i];
            }
            coalitions.add(drawn);
            coalitions.add(complement);
        }
        return coalitions.toArray(boolean[][]::new);
    }

    /** The Shapley kernel's total weight of each size from 1 to {@code parts - 1}: proportional to 1 / (size (parts - size)). */
    private static double[] sizeWeights(int parts) {
        double[] weights = new double[Math.max(1, parts)];
        for (int size = 1; size < parts; size++) {
            weights[size] = 1.0 / ((double) size * (parts - size));
        }
        return weights;
    }

    private static int size(double[] weights, Random random) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double drawn = random.nextDouble() * total;
        int size = 0;
        while (size < weights.length - 1 && drawn >= weights[size]) {
            drawn -= weights[size++];
        }
        return Math.max(1, size);
    }

    private static boolean[] draw(int parts, int size, Random random) {
        int[] order = new int[parts];
        for (int i = 0; i < parts; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        boolean[] drawn = new boolean[parts];
        for (int i = 0; i < size; i++) {
            drawn[order[i]] = true;
        }
        return drawn;
    }

    /** Least squares under the constraint that the shares sum to {@code whole - empty}; the last share is what remains. */
    private static double[] shares(boolean[][] shown, double[] values, double empty, double whole) {
        int free = shown[0].length - 1;
        RealMatrix normal = new Array2DRowRealMatrix(free, free);
        RealVector right = new ArrayRealVector(free);
        double[] row = new double[free];
        for (int i = 2; i < shown.length; i++) {
            double last = shown[i][free] ? 1 : 0;
            double value = values[i] - empty - last * (whole - empty);
            for (int j = 0; j < free; j++) {
                row[j] = (shown[i][j] ? 1 : 0) - last;
            }
            for (int j = 0; j < free; j++) {
                right.addToEntry(j, row[j] * value);
                for (int k = 0; k < free; k++) {
                    normal.addToEntry(j, k, row[j] * row[k]);
                }
            }
        }
        RealVector solved = new SingularValueDecomposition(normal).getSolver().solve(right);
        double[] shares = new double[free + 1];
        double sum = 0;
        for (int j = 0; j < free; j++) {
            shares[j] = solved.getEntry(j);
            sum += shares[j];
        }
        shares[free] = whole - empty - sum;
        return shares;
    }
}
