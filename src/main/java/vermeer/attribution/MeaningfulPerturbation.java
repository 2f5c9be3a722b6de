package vermeer.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.engine.EngineException;
import vermeer.graph.gradient.RuleTable;
import vermeer.image.Heatmap;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Gradients;
import vermeer.model.Target;
import vermeer.setting.Help;
import vermeer.setting.Range;
import vermeer.tensor.Tensor;

/**
 * Meaningful perturbation: the smallest smooth mask that, blurred away, makes the network lose the class, found by gradient descent
 * (Adam). A coarse mask is enlarged bilinearly; it pays for its size and for its roughness.
 *
 * <p>Facts: {@code before} and {@code after}, the target's probability without and with the mask; {@code area}, its mean.
 */
public record MeaningfulPerturbation(
        @Range(min = 10, max = 2_000) @Help("Steps of the descent.") int steps,
        @Range(min = 4, max = 112) @Help("Cells of the mask along each side.") int cells,
        @Range(min = 0, max = 10) @Help("Price of the mask's mean size, in units of probability.") double size,
        @Range(min = 0, max = 10) @Help("Price of the mask's roughness (total variation), in units of probability.")
                double roughness,
        @Range(min = 0.001, max = 1) @Help("Step size of the descent.") double rate)
        implements GradientMethod {

    public MeaningfulPerturbation() {
        this(150, 28, 1, 0.5, 0.1);
    }

    @Override
    public String name() {
        return "meaningful-perturbation";
    }

    @Override
    public String title() {
        return "Meaningful perturbation";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "A small area whose blurring makes the network lose the class: an optimised experiment on the network.",
                "The only such area: other prices and step sizes find others, and the descent can stop in a poor one."
                        + " Compare the probabilities before and after.",
                steps + " gradient passes and as many forward passes; no batch makes it faster.",
                "Fong, Vedaldi: Interpretable explanations of black boxes by meaningful perturbation (2017)");
    }

    @Override
    public Attribution explain(Gradients model, Subject subject, Sketch sketch, Progress progress)
            throws EngineException, CancelledException {
        int[] shape = model.inputShape();
        int height = model.layout().height(shape);
        int width = model.layout().width(shape);
        Tensor blurred = Baseline.BLUR.of(model, subject.input());
        BilinearGrid grid = new BilinearGrid(cells, cells, height, width);
        float[] mask = new float[cells * cells];
        Arrays.fill(mask, 0.5f);
        Adam adam = new Adam(mask.length, rate);
        for (int step = 0; step < steps; step++) {
            progress.checkCancelled();
            float[] enlarged = grid.enlarge(mask);
            Tensor seen = seen(model, subject.input(), blurred, enlarged);
            float[] gradient = grid.gather(gradient(model, subject, blurred, seen, progress));
            addPrices(mask, gradient);
            adam.step(mask, gradient);
            for (int i = 0; i < mask.length; i++) {
                mask[i] = Math.max(0, Math.min(1, mask[i]));
            }
            progress.report(step + 1, steps);
            if (step % 20 == 19) {
                sketch.draw(map(grid, mask, height, width, subject));
            }
        }
        Tensor seen = seen(model, subject.input(), blurred, grid.enlarge(mask));
        double before = probability(model, subject.input(), subject.target(), progress);
        double after = probability(model, seen, subject.target(), progress);
        double area = 0;
        for (float value : mask) {
            area += value / mask.length;
        }
        return new Attribution(
                map(grid, mask, height, width, subject),
                Optional.empty(),
                Map.of("before", before, "after", after, "area", area));
    }

    private static Heatmap map(BilinearGrid grid, float[] mask, int height, int width, Subject subject) {
        return new Heatmap(
                height, width, grid.enlarge(mask), subject.region(), "how far the place is blurred away (0 to 1)");
    }

    /** The picture with masked places (1) replaced by the blurred picture. */
    private static Tensor seen(Gradients model, Tensor input, Tensor blurred, float[] mask) {
        float[] seen = new float[input.data().length];
        Masking.blend(model, blurred, input, mask, seen, 0);
        return new Tensor(input.shape(), seen);
    }

    /** d probability / d mask, one value a pixel. */
    private static float[] gradient(Gradients model, Subject subject, Tensor blurred, Tensor seen, Progress progress)
            throws EngineException, CancelledException {
        Target weighted = probabilityTarget(model, seen, subject.target(), progress);
        progress.checkCancelled();
        float[] input = model.gradient(seen, weighted, RuleTable.STANDARD, List.of(), progress.part(0, 0))
                .input()
                .data();
        int[] shape = model.inputShape();
        int width = model.layout().width(shape);
        float[] gradient = new float[model.layout().height(shape) * width];
        for (int i = 0; i < gradient.length; i++) {
            for (int channel = 0; channel < model.layout().channels(shape); channel++) {
                int index = model.layout().index(shape, channel, i / width, i % width);
                gradient[i] +=
                        input[index] * (blurred.data()[index] - subject.input().data()[index]);
            }
        }
        return gradient;
    }

    /**
     * The target whose gradient at this picture is that of the probability. For a softmax over logits z, d p_t / d z_j = p_t (1 [j = t]
     * - p_j); the same weights serve heads of independent classes, for which p_t (1 - p_t) alone is right.
     */
    private static Target probabilityTarget(Gradients model, Tensor seen, Target target, Progress progress)
            throws EngineException, CancelledException {
        Tensor logits = model.logits(seen, progress.part(0, 0));
        float[] probabilities = model.probabilities(logits).data();
        double total = 0;
        for (float probability : probabilities) {
            total += probability;
        }
        boolean exclusive = probabilities.length > 1 && Math.abs(total - 1) < 1e-3;
        List<Target.Term> terms = new ArrayList<>();
        for (Target.Term term : target.terms()) {
            float own = probabilities[term.index()];
            for (int j = 0; j < probabilities.length; j++) {
                float weight = j == term.index() ? own * (1 - own) : exclusive ? -own * probabilities[j] : 0;
                if (weight != 0) {
                    terms.add(new Target.Term(j, term.name(), term.weight() * weight));
                }
            }
        }
        return terms.isEmpty() ? target : new Target(terms);
    }

    private static double probability(Gradients model, Tensor input, Target target, Progress progress)
            throws EngineException, CancelledException {
        return Measure.PROBABILITY.of(model, model.logits(input, progress.part(0, 0)), 0, target);
    }

    private void addPrices(float[] mask, float[] gradient) {
        float sizePrice = (float) (size / mask.length);
        float roughPrice = (float) (roughness / mask.length);
        for (int i = 0; i < mask.length; i++) {
            int row = i / cells;
            int column = i % cells;
            gradient[i] += sizePrice;
            gradient[i] += column > 0 ? 2 * roughPrice * (mask[i] - mask[i - 1]) : 0;
            gradient[i] += column < cells - 1 ? 2 * roughPrice * (mask[i] - mask[i + 1]) : 0;
            gradient[i] += row > 0 ? 2 * roughPrice * (mask[i] - mask[i - cells]) : 0;
            gradient[i] += row < cells - 1 ? 2 * roughPrice * (mask[i] - mask[i + cells]) : 0;
        }
    }
}
