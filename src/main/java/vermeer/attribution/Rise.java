package vermeer.attribution;

import java.util.Map;
import java.util.Optional;
import vermeer.engine.EngineException;
import vermeer.image.Heatmap;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Scores;
import vermeer.setting.Help;
import vermeer.setting.Range;
import vermeer.tensor.Tensor;

/**
 * RISE: the mean of many random soft masks, each weighted by the target's probability when only what it shows is seen.
 *
 * <p>Fact: {@code masks}, their number.
 */
public record Rise(
        @Range(min = 10, max = 20_000) @Help("Random masks; the map's noise falls with their square root.") int masks,
        @Range(min = 2, max = 32) @Help("Cells of a mask along each side; smaller cells show smaller things.")
                int cells,
        @Range(min = 0.05, max = 0.95) @Help("The share of cells that a mask shows.") double shown,
        @Help("Whether the mean over all masks is taken off, so that 0 means no influence; false gives the"
                        + " paper's values.")
                boolean centred,
        @Range(min = 0, max = Integer.MAX_VALUE) @Help("Seed of the masks.") long seed)
        implements ScoreMethod {
    private static final int SKETCH_EVERY = 200;

    public Rise() {
        this(4_000, 8, 0.5, true, 0);
    }

    @Override
    public String name() {
        return "rise";
    }

    @Override
    public String title() {
        return "RISE";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "Which parts, seen alone among random other parts, keep the class likely: an experiment on the network,"
                        + " which works with every model and does not depend on a window's place.",
                "Sharp outlines: the map is as coarse as a cell. A class that needs several parts at once gets a low"
                        + " probability under every mask and a noisy map.",
                "One forward pass a mask.",
                "Petsiuk, Das, Saenko: RISE: randomized input sampling for explanation (2018)");
    }

    @Override
    public Attribution explain(Scores model, Subject subject, Sketch sketch, Progress progress)
            throws EngineException, CancelledException {
        int[] shape = model.inputShape();
        SoftMasks source =
                new SoftMasks(model.layout().height(shape), model.layout().width(shape), cells, shown, seed);
        Tally tally = new Tally(new double[source.size()]);
        PlannedBatches.run(model, masks, progress, (from, to, part) -> {
            float[][] drawn = new float[to - from][];
            float[] batch = new float[(to - from) * subject.input().data().length];
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = source.next();
                Masking.apply(model, subject.input().data(), drawn[i], batch, i);
            }
            int[] batchShape = subject.input().shape().clone();
            batchShape[0] = drawn.length;
            Tensor logits = model.logits(new Tensor(batchShape, batch), part);
            Tensor probabilities = model.probabilities(logits);
            for (int i = 0; i < drawn.length; i++) {
                tally.add(drawn[i], subject.target().value(probabilities.data(), i * probabilities.itemSize()));
            }
            if (to < masks && from / SKETCH_EVERY < to / SKETCH_EVERY) {
                sketch.draw(map(source, tally, subject));
            }
        });
        return new Attribution(map(source, tally, subject), Optional.empty(), Map.of("masks", (double) masks));
    }

    private Heatmap map(SoftMasks source, Tally tally, Subject subject) {
        float[] values = new float[tally.sum.length];
        double mean = centred ? tally.total / tally.count : 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (tally.sum[i] / (tally.count * shown) - mean);
        }
        String meaning = "mean probability where the place is shown" + (centred ? ", above that of all masks" : "");
        return new Heatmap(source.height(), source.width(), values, subject.region(), meaning);
    }

    /** The masks so far, summed with their probabilities as weights. */
    private static final class Tally {
        private final double[] sum;
        private double total;
        private int count;

        private Tally(double[] sum) {
            this.sum = sum;
        }

        private void add(float[] mask, double weight) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += weight * mask[i];
            }
            total += weight;
            count++;
        }
    }
}
