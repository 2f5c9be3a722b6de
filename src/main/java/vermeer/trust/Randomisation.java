package vermeer.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.Sketch;
import vermeer.attribution.Subject;
import vermeer.engine.EngineException;
import vermeer.image.Heatmap;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.OpenModel;
import vermeer.setting.Help;
import vermeer.setting.Range;

/**
 * The model-randomisation test (Adebayo et al., Sanity checks for saliency maps, 2018): the network's layers lose what they learned,
 * from the output backwards, and the method's maps should change with them. A method whose maps stay shows the picture, not the
 * model.
 *
 * @param steps points of the curve between no layer and all of them
 * @param seeds independent draws of the weights
 */
public record Randomisation(
        @Help("Points of the curve between no layer and all layers randomised.") @Range(min = 4, max = 64) int steps,
        @Help("Independent draws of the weights.") @Range(min = 1, max = 20) int seeds) {
    /** From this rank correlation on, a method counts as not sensitive to the model. */
    public static final double NOT_SENSITIVE = 0.8;

    /**
     * The share of layers whose randomisation decides the verdict.
     */
    public static final double DECIDING_SHARE = 0.25;

    public Randomisation() {
        this(4, 3);
    }

    /**
     * What the test found.
     *
     * @param ranks mean rank correlation of absolute values with the original maps, by share of layers randomised
     * @param structure mean structural similarity, likewise
     * @param correlation the rank correlation after the last quarter of the layers
     * @param sensitive whether the method's maps depend on the model
     */
    public record Verdict(Curve ranks, Curve structure, double correlation, boolean sensitive) {

        /** The verdict as a sentence. */
        public String sentence(String method) {
            return String.format(
                    Locale.ROOT,
                    sensitive
                            ? "%s depends on what the network learned: after its last quarter of layers is randomised, "
                                    + "the maps correlate only %.2f with the original ones."
                            : "%s is not sensitive to the model: after its last quarter of layers is randomised, the"
                                    + " maps still correlate %.2f with the original ones, so they show the picture"
                                    + " rather than the network's reasons.",
                    method,
                    correlation);
        }
    }

    /** Tests a method on one or more pictures; more pictures make the verdict firmer. */
    public Verdict test(OpenModel model, AttributionMethod method, List<Subject> subjects, Progress progress)
            throws EngineException, CancelledException {
        List<Heatmap> originals = new ArrayList<>();
        for (Subject subject : subjects) {
            progress.checkCancelled();
            originals.add(method.explain(model, subject, Sketch.none(), progress.part(0, 0))
                    .map());
        }
        RandomWeights weights = new RandomWeights(model.graph());
        double[] ranks = new double[steps + 1];
        double[] structure = new double[steps + 1];
        ranks[0] = 1;
        structure[0] = 1;
        int total = steps * seeds * subjects.size();
        int done = 0;
        for (int step = 1; step <= steps; step++) {
            int layers = Math.max(1, Math.round((float) step * weights.layers() / steps));
            for (int seed = 0; seed < seeds; seed++) {
                try (OpenModel randomised = model.withWeights(weights.ofLast(layers, seed))) {
                    for (int i = 0; i < subjects.size(); i++) {
                        progress.checkCancelled();
                        Progress part = progress.part((double) done / total, (done + 1.0) / total);
                        Heatmap map = method.explain(randomised, subjects.get(i), Sketch.none(), part)
                                .map();
                        ranks[step] += Similarity.absoluteRanks(originals.get(i), map) / (seeds * subjects.size());
                        structure[step] += Similarity.structural(originals.get(i), map) / (seeds * subjects.size());
                        progress.report(++done, total);
                    }
                }
            }
        }
        double correlation = ranks[Math.max(1, (int) Math.round(DECIDING_SHARE * steps))];
        return new Verdict(
                curve("rank correlation", ranks),
                curve("structural similarity", structure),
                correlation,
                correlation < NOT_SENSITIVE);
    }

    private Curve curve(String name, double[] values) {
        float[] shares = new float[values.length];
        float[] heights = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            shares[i] = (float) i / steps;
            heights[i] = (float) values[i];
        }
        return new Curve(name, shares, heights);
    }
}
