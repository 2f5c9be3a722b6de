package vermeer.attribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vermeer.engine.EngineException;
import vermeer.graph.gradient.LayerwiseRelevance;
import vermeer.graph.gradient.Propagation;
import vermeer.graph.gradient.RelevanceRule;
import vermeer.image.Heatmap;
import vermeer.image.Layout;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Gradients;
import vermeer.model.Gradients.Propagated;
import vermeer.model.ImageModel;
import vermeer.model.Scores;
import vermeer.model.Target;
import vermeer.setting.Help;
import vermeer.setting.Range;
import vermeer.tensor.Tensor;

/**
 * Layer-wise relevance propagation: the logit, handed back layer by layer to the pixels.
 *
 * <p>Facts, all in logits: {@code inputRelevance}, the sum of the pixels' values; {@code biasRelevance}, what biases keep;
 * {@code epsilonShare}, what the stabilisers take; their {@code sum}; the {@code expected} target; and the
 * {@code balanceError} between the two. Details: the {@code relevance balance} for people, and the {@code reliability} where
 * the network has skip connections.
 */
public record Lrp(
        @Help("EPSILON: every contribution in proportion. Z_PLUS: positive contributions only. COMPOSITE: z-box at the"
                        + " input, gamma in lower layers, epsilon above.")
                RelevanceRule rule,
        @Range(min = 0, max = 1)
                @Help("The stabiliser of denominators, as a share of the root mean square of a layer's output.")
                double epsilon,
        @Range(min = 0, max = 10) @Help("How much more positive contributions count under the gamma rule.")
                double gamma,
        @Range(min = 0, max = 1) @Help("The share of the layers, from the input on, that take the gamma rule.")
                double lowerLayers,
        @Help("How the channels of a pixel become one value.") Reduction reduce)
        implements ChannelMethod {
    private static final float DARKEST = 0;
    private static final float BRIGHTEST = 255;

    public Lrp() {
        this(RelevanceRule.COMPOSITE, 0.001, 0.25, 0.5, Reduction.SUM);
    }

    @Override
    public String name() {
        return "lrp";
    }

    @Override
    public String title() {
        return "LRP";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "How much of the logit each pixel accounts for when every layer hands its relevance back to what"
                        + " contributed to it.",
                "The effect of changing a pixel. Biases and the stabiliser keep a part of the logit, where biases are"
                        + " large nearly all of it; the relevance balance says how much. On networks with skip connections"
                        + " the map is known to be unreliable.",
                "1 pass of about 3 gradient passes' cost with epsilon or z-plus, about 10 with the composite.",
                "Bach and others: On pixel-wise explanations for non-linear classifier decisions by layer-wise"
                        + " relevance propagation (2015); the composite: Montavon and others: Layer-wise relevance"
                        + " propagation: an overview (2019)");
    }

    @Override
    public String meaning() {
        return "relevance: share of the logit";
    }

    @Override
    public Optional<String> unavailable(ImageModel model) {
        return model.gradients()
                .map(gradients -> gradients.unavailable(propagation(gradients)))
                .orElseGet(() -> Optional.of(model.noGradientReason()));
    }

    @Override
    public Attribution explain(Gradients model, Subject subject, Sketch sketch, Progress progress)
            throws EngineException, CancelledException {
        progress.checkCancelled();
        Propagated back =
                model.propagate(propagation(model), subject.input(), Optional.empty(), subject.target(), progress);
        progress.checkCancelled();
        Tensor picture = back.input().reshape(model.inputShape());
        Heatmap map = reduce.reduce(picture, model.layout(), subject.region(), meaning());
        double expected = subject.target().value(back.logits().data(), 0);
        Map<String, Double> facts = facts(back, expected);
        return new Attribution(map, Optional.of(picture), facts, details(facts, back.notices()));
    }

    @Override
    public Tensor channels(Gradients model, Tensor batch, Target target, Progress progress)
            throws EngineException, CancelledException {
        return model.propagate(propagation(model), batch, Optional.empty(), target, progress)
                .input();
    }

    private Propagation propagation(Scores model) {
        float[] dark = model.inputValue(DARKEST);
        float[] bright = model.inputValue(BRIGHTEST);
        List<Float> low = new ArrayList<>();
        List<Float> high = new ArrayList<>();
        for (int channel = 0; channel < dark.length; channel++) {
            low.add(Math.min(dark[channel], bright[channel]));
            high.add(Math.max(dark[channel], bright[channel]));
        }
        int channelAxis = model.layout() == Layout.NCHW ? 1 : 3;
        return new LayerwiseRelevance(rule, (float) epsilon, (float) gamma, lowerLayers, low, high, channelAxis);
    }

    private static Map<String, String> details(Map<String, Double> facts, List<String> notices) {
        Map<String, String> details = new HashMap<>();
        String balance = String.format(
                Locale.ROOT,
                "input %.4g, biases %.4g, epsilon %.4g, together %.4g of %.4g",
                facts.get("inputRelevance"),
                facts.get("biasRelevance"),
                facts.get("epsilonShare"),
                facts.get("sum"),
                facts.get("expected"));
        details.put("relevance balance", balance);
        if (!notices.isEmpty()) {
            details.put("reliability", "doubtful: " + String.join("; ", notices));
        }
        return details;
    }

    private static Map<String, Double> facts(Propagated back, double expected) {
        double input = 0;
        for (float value : back.input().data()) {
            input += value;
        }
        double bias = back.values().get(LayerwiseRelevance.BIAS).data()[0];
        double epsilon = back.values().get(LayerwiseRelevance.EPSILON).data()[0];
        double sum = input + bias + epsilon;
        return Map.of(
                "inputRelevance", input,
                "biasRelevance", bias,
                "epsilonShare", epsilon,
                "sum", sum,
                "expected", expected,
                "balanceError", Math.abs(sum - expected));
    }
}
