package vermeer.attribution;

import java.util.Map;
import java.util.Optional;
import vermeer.engine.EngineException;
import vermeer.graph.gradient.FullGradient;
import vermeer.graph.gradient.Propagation;
import vermeer.image.Heatmap;
import vermeer.image.Layout;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Gradients;
import vermeer.model.Gradients.Propagated;
import vermeer.model.ImageModel;
import vermeer.tensor.Tensor;

/**
 * FullGrad: gradient times input, and every inner value's bias times its gradient, made absolute, rescaled to reach from 0 to
 * 1 and added up.
 *
 * <p>Facts, in logits and before anything is made absolute: {@code inputShare} of gradient times input, {@code biasShare} of
 * all biases, their {@code sum}, the {@code expected} target and the {@code completenessError} between the two.
 */
public record FullGrad() implements GradientMethod {
    private static final Propagation PROPAGATION = new FullGradient();

    @Override
    public String name() {
        return "fullgrad";
    }

    @Override
    public String title() {
        return "FullGrad";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "Where the input and the network's biases, layer by layer, make up the logit: sharp edges from lower"
                        + " layers on coarse regions from upper ones.",
                "Whether a place speaks for or against the class: values are made absolute. Each layer is rescaled by"
                        + " itself, so a value has no unit and a layer that hardly matters shows as much as any other.",
                "1 pass of about 6 to 9 gradient passes' cost.",
                "Srinivas, Fleuret: Full-gradient representation for neural network visualization (2019)");
    }

    @Override
    public Optional<String> unavailable(ImageModel model) {
        return model.gradients()
                .map(gradients -> gradients.unavailable(PROPAGATION))
                .orElseGet(() -> Optional.of(model.noGradientReason()));
    }

    @Override
    public Attribution explain(Gradients model, Subject subject, Sketch sketch, Progress progress)
            throws EngineException, CancelledException {
        progress.checkCancelled();
        Propagated back = model.propagate(PROPAGATION, subject.input(), Optional.empty(), subject.target(), progress);
        progress.checkCancelled();
        float[] products = back.input().data().clone();
        double inputShare = 0;
        for (int i = 0; i < products.length; i++) {
            products[i] *= subject.input().data()[i];
            inputShare += products[i];
        }
        Layout layout = model.layout();
        int height = layout.height(model.inputShape());
        int width = layout.width(model.inputShape());
        float[] values = rescaled(new Tensor(model.inputShape(), products), layout);
        for (Tensor map : back.maps()) {
            BilinearGrid grid = new BilinearGrid(map.shape()[2], map.shape()[3], height, width);
            float[] enlarged = grid.enlarge(map.data());
            for (int i = 0; i < values.length; i++) {
                values[i] += enlarged[i];
            }
        }
        String meaning = "input and bias gradients of the logit, absolute, each layer rescaled to 0 to 1, summed";
        Heatmap map = new Heatmap(height, width, values, subject.region(), meaning);
        double expected = subject.target().value(back.logits().data(), 0);
        return new Attribution(map, Optional.empty(), facts(inputShare, back, expected));
    }

    private static Map<String, Double> facts(double inputShare, Propagated back, double expected) {
        double biasShare = back.values().get(FullGradient.BIAS).data()[0];
        double sum = inputShare + biasShare;
        return Map.of(
                "inputShare", inputShare,
                "biasShare", biasShare,
                "sum", sum,
                "expected", expected,
                "completenessError", Math.abs(sum - expected));
    }

    /** Absolute values between 0 and 1, summed over the channels: one a pixel. */
    private static float[] rescaled(Tensor products, Layout layout) {
        float smallest = Float.POSITIVE_INFINITY;
        float largest = 0;
        for (float product : products.data()) {
            smallest = Math.min(smallest, Math.abs(product));
            largest = Math.max(largest, Math.abs(product));
        }
        float range = Math.max(largest - smallest, Float.MIN_NORMAL);
        int[] shape = products.shape();
        int width = layout.width(shape);
        float[] values = new float[layout.height(shape) * width];
        for (int i = 0; i < values.length; i++) {
            for (int channel = 0; channel < layout.channels(shape); channel++) {
                float product = products.data()[layout.index(shape, channel, i / width, i % width)];
                values[i] += (Math.abs(product) - smallest) / range;
            }
        }
        return values;
    }
}
