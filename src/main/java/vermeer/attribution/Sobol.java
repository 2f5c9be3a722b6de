package vermeer.attribution;

import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.random.SobolSequenceGenerator;
import vermeer.engine.EngineException;
import vermeer.image.Heatmap;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Scores;
import vermeer.setting.Help;
import vermeer.setting.Range;
import vermeer.tensor.Tensor;

/**
 * Sobol attribution: the total Sobol index of each cell of a grid, that is the share of the target's variance under random masks
 * in which the cell has a part, alone or with others (Jansen's estimator on a quasi-random design).
 *
 * <p>Facts: {@code variance} of the target under masks, {@code passes} through the network.
 */
public record Sobol(
        @Range(min = 2, max = 16) @Help("Cells along each side.") int cells,
        @Range(min = 4, max = 256) @Help("Points of the design; passes are this times (cells x cells + 2).") int design,
        @Help("What a masked place fades to.") Baseline fill,
        @Help("Whether the logit or the probability is explained.") Measure measure)
        implements ScoreMethod {

    public Sobol() {
        this(8, 32, Baseline.ZERO, Measure.LOGIT);
    }

    @Override
    public String name() {
        return "sobol";
    }

    @Override
    public String title() {
        return "Sobol";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "Which cells the score depends on, alone or together with others, when the picture is masked at"
                        + " random.",
                "For or against: the index has no sign. Anything smaller than a cell.",
                "design x (cells x cells + 2) forward passes: 2112 by default.",
                "Fel et al.: Look at the variance! Efficient black-box explanations with Sobol-based sensitivity"
                        + " analysis (2021)");
    }

    @Override
    public Attribution explain(Scores model, Subject subject, Sketch sketch, Progress progress)
            throws EngineException, CancelledException {
        int dimensions = cells * cells;
        float[][] masks = masks(dimensions);
        double[] values = values(model, subject, masks, progress);
        double mean = 0;
        for (int i = 0; i < 2 * design; i++) {
            mean += values[i] / (2 * design);
        }
        double variance = 0;
        for (int i = 0; i < 2 * design; i++) {
            variance += Math.pow(values[i] - mean, 2) / (2 * design - 1);
        }
        float[] indices = new float[dimensions];
        for (int cell = 0; cell < dimensions; cell++) {
            double sum = 0;
            for (int i = 0; i < design; i++) {
                sum += Math.pow(values[i] - values[(2 + cell) * design + i], 2);
            }
            indices[cell] = variance == 0 ? 0 : (float) (sum / (2 * design * variance));
        }
        Heatmap map = new Heatmap(
                cells, cells, indices, subject.region(), "total Sobol index of the cell for the " + measure.title());
        return new Attribution(map, Optional.empty(), Map.of("variance", variance, "passes", (double) masks.length));
    }

    /** Design A, design B, then for each cell A with that cell's values from B; one value a cell. */
    private float[][] masks(int dimensions) {
        SobolSequenceGenerator sequence = new SobolSequenceGenerator(2 * dimensions);
        sequence.skipTo(1);
        float[][] masks = new float[design * (dimensions + 2)][dimensions];
        for (int i = 0; i < design; i++) {
            double[] point = sequence.nextVector();
            for (int j = 0; j < dimensions; j++) {
                masks[i][j] = (float) point[j];
                masks[design + i][j] = (float) point[dimensions + j];
            }
            for (int cell = 0; cell < dimensions; cell++) {
                float[] mixed = masks[i].clone();
                mixed[cell] = masks[design + i][cell];
                masks[(2 + cell) * design + i] = mixed;
            }
        }
        return masks;
    }

    private double[] values(Scores model, Subject subject, float[][] masks, Progress progress)
            throws EngineException, CancelledException {
        Tensor filling = fill.of(model, subject.input());
        double[] values = new double[masks.length];
        int[] cellOf = cellOf(model);
        PlannedBatches.run(model, masks.length, progress, (from, to, part) -> {
            float[] batch = new float[(to - from) * filling.data().length];
            for (int i = from; i < to; i++) {
                Masking.blend(model, subject.input(), filling, enlarged(masks[i], cellOf), batch, i - from);
            }
            int[] shape = subject.input().shape().clone();
            shape[0] = to - from;
            Tensor logits = model.logits(new Tensor(shape, batch), part);
            for (int i = from; i < to; i++) {
                values[i] = measure.of(model, logits, i - from, subject.target());
            }
        });
        return values;
    }

    /** The cell of each place of the input. */
    private int[] cellOf(Scores model) {
        int[] shape = model.inputShape();
        int height = model.layout().height(shape);
        int width = model.layout().width(shape);
        int[] cellOf = new int[height * width];
        for (int i = 0; i < cellOf.length; i++) {
            cellOf[i] = i / width * cells / height * cells + i % width * cells / width;
        }
        return cellOf;
    }

    private static float[] enlarged(float[] mask, int[] cellOf) {
        float[] enlarged = new float[cellOf.length];
        for (int i = 0; i < enlarged.length; i++) {
            enlarged[i] = mask[cellOf[i]];
        }
        return enlarged;
    }
}
