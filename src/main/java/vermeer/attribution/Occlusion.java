package vermeer.attribution;

import java.util.Arrays;
import java.util.List;
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
 * Occlusion: a square window slides over the picture and covers it; the drop of the target is the evidence under the
 * window. Where windows overlap, a pixel has the mean of theirs.
 *
 * <p>Facts: {@code whole}, the target's value for the whole picture, and {@code windows}, their number.
 */
public record Occlusion(
        @Range(min = 1, max = 2_048) @Help(value = "Edge of the square that covers the picture.", unit = "px")
                int window,
        @Range(min = 1, max = 2_048) @Help(value = "Distance from one window to the next.", unit = "px") int stride,
        @Help("What covers the picture.") Baseline fill,
        @Help("Whether the drop of the logit or of the probability is measured.") Measure measure)
        implements ScoreMethod {
    private static final int SKETCHES = 40;

    public Occlusion {
        if (stride > window) {
            throw new IllegalArgumentException(
                    "The setting 'stride' (" + stride + " px) must not be larger than 'window' (" + window
                            + " px), or parts of the picture would never be covered.");
        }
    }

    public Occlusion() {
        this(32, 16, Baseline.ZERO, Measure.LOGIT);
    }

    @Override
    public String name() {
        return "occlusion";
    }

    @Override
    public String title() {
        return "Occlusion";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "How far the class drops when a part of the picture is covered: a real experiment on the network,"
                        + " which works with every model.",
                "Evidence that is there twice (covering one place leaves the other), or that is smaller than the"
                        + " window. The cover itself is something the network has not seen and may react to.",
                "One forward pass a window: 169 at 224 px with window 32 and stride 16, 625 with stride 8.",
                "Zeiler, Fergus: Visualizing and understanding convolutional networks (2014)");
    }

    @Override
    public Attribution explain(Scores model, Subject subject, Sketch sketch, Progress progress)
            throws EngineException, CancelledException {
        progress.checkCancelled();
        int[] shape = model.inputShape();
        OcclusionGrid grid =
                new OcclusionGrid(model.layout().height(shape), model.layout().width(shape), window, stride);
        double whole = measure.of(model, model.logits(subject.input(), progress.part(0, 0)), 0, subject.target());
        double[] drops = new double[grid.rows() * grid.columns()];
        Arrays.fill(drops, Double.NaN);
        List<OcclusionGrid.Place> places = grid.coarseFirst();
        Cover cover = new Cover(model, subject.input(), fill.of(model, subject.input()), grid);
        PlannedBatches.run(model, places.size(), progress, (from, to, part) -> {
            List<OcclusionGrid.Place> batch = places.subList(from, to);
            Tensor logits = model.logits(cover.over(batch), part);
            for (int i = 0; i < batch.size(); i++) {
                double drop = whole - measure.of(model, logits, i, subject.target());
                drops[batch.get(i).row() * grid.columns() + batch.get(i).column()] = drop;
            }
            if (to < places.size() && sketchAt(to, places.size()) > sketchAt(from, places.size())) {
                sketch.draw(map(grid, drops, subject));
            }
        });
        return new Attribution(
                map(grid, drops, subject), Optional.empty(), Map.of("whole", whole, "windows", (double) places.size()));
    }

    /** Sketches are drawn a fixed number of times, so that their cost stays small beside the forward passes. */
    private static int sketchAt(int done, int windows) {
        return done * SKETCHES / windows;
    }

    private Heatmap map(OcclusionGrid grid, double[] drops, Subject subject) {
        return new Heatmap(
                grid.height(), grid.width(), grid.average(drops), subject.region(), "drop of the " + measure.title());
    }
}
