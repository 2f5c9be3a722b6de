package vermeer.attribution;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import vermeer.engine.EngineException;
import vermeer.image.Heatmap;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Gradients;
import vermeer.setting.Help;
import vermeer.setting.Range;
import vermeer.tensor.Tensor;

/**
 * XRAI: the picture is divided into parts at several scales, and parts are ranked by the mean of integrated gradients (black and white
 * baselines) over them, so that the map is made of regions instead of pixels. A place has the mean of the best part that holds it.
 *
 * <p>Fact: {@code regions}, the number of parts over all scales.
 */
public record Xrai(
        @Range(min = 1, max = 10_000) @Help("Points on the path from each baseline to the picture.") int steps)
        implements GradientMethod {
    private static final double[] SCALES = {1, 2, 4, 8, 16, 32};
    private static final int SMALLEST = 20;

    public Xrai() {
        this(50);
    }

    @Override
    public String name() {
        return "xrai";
    }

    @Override
    public String title() {
        return "XRAI";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "Which regions of the picture, in its own outlines, hold most evidence per pixel.",
                "Evidence finer than a region. The outlines come from the picture's colours, not from the network.",
                "Twice the gradient passes of integrated gradients.",
                "Kapishnikov and others: XRAI: better attributions through regions (2019)");
    }

    @Override
    public Attribution explain(Gradients model, Subject subject, Sketch sketch, Progress progress)
            throws EngineException, CancelledException {
        float[] evidence = evidence(model, subject, Baseline.BLACK, progress.part(0, 0.5));
        float[] white = evidence(model, subject, Baseline.WHITE, progress.part(0.5, 1));
        for (int i = 0; i < evidence.length; i++) {
            evidence[i] = (evidence[i] + white[i]) / 2;
        }
        int[] shape = model.inputShape();
        int height = model.layout().height(shape);
        int width = model.layout().width(shape);
        float[] map = new float[height * width];
        Arrays.fill(map, Float.NEGATIVE_INFINITY);
        int regions = 0;
        Segmentation segmentation = new Segmentation(subject.input(), model.layout());
        for (double scale : SCALES) {
            progress.checkCancelled();
            Superpixels parts = segmentation.parts(scale, SMALLEST);
            double[] means = means(parts, evidence);
            for (int i = 0; i < map.length; i++) {
                map[i] = Math.max(map[i], (float) means[parts.labels()[i]]);
            }
            regions += parts.count();
        }
        Heatmap regionMap = new Heatmap(
                height,
                width,
                map,
                subject.region(),
                "mean integrated gradient of the best region that holds the place");
        return new Attribution(regionMap, Optional.empty(), Map.of("regions", (double) regions));
    }

    private float[] evidence(Gradients model, Subject subject, Baseline baseline, Progress progress)
            throws EngineException, CancelledException {
        Tensor channels = new IntegratedGradients(steps, baseline, Reduction.SUM)
                .channels(model, subject.input(), subject.target(), progress);
        return Reduction.SUM
                .reduce(channels.reshape(model.inputShape()), model.layout(), subject.region(), "evidence")
                .values();
    }

    private static double[] means(Superpixels parts, float[] evidence) {
        double[] sums = new double[parts.count()];
        int[] sizes = new int[parts.count()];
        for (int i = 0; i < evidence.length; i++) {
            sums[parts.labels()[i]] += evidence[i];
            sizes[parts.labels()[i]]++;
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= sizes[i];
        }
        return sums;
    }
}
