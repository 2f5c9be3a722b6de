package vermeer.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.engine.EngineException;
import vermeer.graph.gradient.ActivationDifferences;
import vermeer.graph.gradient.Propagation;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Gradients;
import vermeer.model.Gradients.Propagated;
import vermeer.model.ImageModel;
import vermeer.model.Target;
import vermeer.setting.Help;
import vermeer.tensor.Tensor;

/**
 * DeepLIFT with the rescale rule: the difference between the logit of the picture and that of a baseline, handed back layer by
 * layer to the pixels.
 *
 * <p>Facts: {@code sum} of the values, {@code expected} = target of the picture minus target of the baseline, and
 * {@code completenessError}, the absolute difference of the two, all in logits.
 */
public record DeepLift(
        @Help("The picture without evidence that differences are taken from.") Baseline baseline,
        @Help("How the channels of a pixel become one value.") Reduction reduce)
        implements ChannelMethod {
    private static final Propagation PROPAGATION = new ActivationDifferences();

    public DeepLift() {
        this(Baseline.ZERO, Reduction.SUM);
    }

    @Override
    public String name() {
        return "deeplift";
    }

    @Override
    public String title() {
        return "DeepLIFT";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "How the difference between the logit of the picture and that of the baseline is shared among the"
                        + " pixels, in one pass; the shares add up to it.",
                "Anything about pixels that equal the baseline: they get zero. Another baseline gives another map, and"
                        + " where a network multiplies inner values, how a share is split between them is a convention.",
                "1 pass of about 3 to 5 gradient passes' cost.",
                "Shrikumar, Greenside, Kundaje: Learning important features through propagating activation differences"
                        + " (2017)");
    }

    @Override
    public String meaning() {
        return "share of the logit's difference from the baseline";
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
        Tensor input = subject.input();
        Tensor start = baseline.of(model, input);
        Propagated back = model.propagate(PROPAGATION, input, Optional.of(start), subject.target(), progress);
        progress.checkCancelled();
        Tensor shares = shares(back, input, start);
        float[] ofBaseline =
                back.values().get(ActivationDifferences.BASELINE_OUTPUT).data();
        double expected = subject.target().value(back.logits().data(), 0)
                - subject.target().value(ofBaseline, 0);
        double sum = 0;
        for (float value : shares.data()) {
            sum += value;
        }
        Map<String, Double> facts = new Completeness(sum, expected).facts();
        return attribution(model, subject, shares, facts);
    }

    @Override
    public Tensor channels(Gradients model, Tensor batch, Target target, Progress progress)
            throws EngineException, CancelledException {
        List<Tensor> starts = new ArrayList<>();
        for (int i = 0; i < batch.batch(); i++) {
            starts.add(baseline.of(model, batch.item(i)));
        }
        Tensor start = Tensor.concat(starts);
        return shares(model.propagate(PROPAGATION, batch, Optional.of(start), target, progress), batch, start);
    }

    /** Multipliers times differences. */
    private static Tensor shares(Propagated back, Tensor batch, Tensor start) {
        float[] values = new float[batch.data().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = back.input().data()[i] * (batch.data()[i] - start.data()[i]);
        }
        return new Tensor(batch.shape(), values);
    }
}
