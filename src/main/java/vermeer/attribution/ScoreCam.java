package vermeer.attribution;

import java.util.List;
import java.util.Optional;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Activations;
import vermeer.model.ImageModel;
import vermeer.setting.Help;
import vermeer.tensor.Tensor;

/**
 * Score-CAM: each feature map, enlarged and scaled to 0..1, masks the picture; its weight is how much the target gains over an empty
 * (zero) input. No gradient is needed.
 */
public record ScoreCam(
        @Help(CamLayers.HELP) String layer,
        @Help("Whether places that speak against the class become zero.") boolean relu,
        @Help("Whether the gain in the logit or in the probability is the weight.") Measure measure)
        implements ActivationMethod {

    public ScoreCam() {
        this(CamLayers.AUTOMATIC, true, Measure.PROBABILITY);
    }

    @Override
    public String name() {
        return "score-cam";
    }

    @Override
    public String title() {
        return "Score-CAM";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "Which regions the last feature maps mark, each weighted by what the network says of the picture seen"
                        + " through it: a class activation map without gradients.",
                "Fine detail; evidence in places that no single feature map shows whole.",
                "One forward pass a feature map: 1280 for MobileNetV2.",
                "Wang and others: Score-CAM: score-weighted visual explanations (2020)");
    }

    @Override
    public Optional<String> unavailable(ImageModel model) {
        return CamLayers.unavailable(model.activations(), layer);
    }

    @Override
    public Attribution explain(Activations model, Subject subject, Sketch sketch, Progress progress)
            throws EngineException, CancelledException {
        progress.checkCancelled();
        CamLayers chosen = CamLayers.choose(model, layer);
        Tensor both = Tensor.concat(
                List.of(subject.input(), Tensor.zeros(subject.input().shape())));
        Activations.Inner inner = model.activations(both, chosen.values(), progress.part(0, 0));
        double empty = measure.of(model, inner.logits(), 1, subject.target());
        return chosen.attribution(
                each -> {
                    FeatureMaps maps = FeatureMaps.of(inner.activations().get(each.value()), 0, each);
                    return weighted(model, subject, maps, empty, chosen.share(each, progress));
                },
                subject,
                relu,
                title());
    }

    private double[] weighted(Activations model, Subject subject, FeatureMaps maps, double empty, Progress progress)
            throws EngineException, CancelledException {
        double[] weights = new double[maps.channels()];
        Masks masks = new Masks(model, subject.input(), maps);
        PlannedBatches.run(model, maps.channels(), progress, (from, to, part) -> {
            Tensor logits = model.logits(masks.of(from, to), part);
            for (int channel = from; channel < to; channel++) {
                weights[channel] = measure.of(model, logits, channel - from, subject.target()) - empty;
            }
        });
        return maps.weightedSum(channel -> weights[channel]);
    }

    /** The picture seen through each feature map. */
    private static final class Masks {
        private final Activations model;
        private final Tensor input;
        private final FeatureMaps maps;
        private final BilinearGrid grid;

        Masks(Activations model, Tensor input, FeatureMaps maps) {
            this.model = model;
            this.input = input;
            this.maps = maps;
            int[] shape = model.inputShape();
            grid = new BilinearGrid(
                    maps.rows(),
                    maps.columns(),
                    model.layout().height(shape),
                    model.layout().width(shape));
        }

        Tensor of(int from, int to) {
            float[] batch = new float[(to - from) * input.data().length];
            for (int channel = from; channel < to; channel++) {
                Masking.apply(model, input.data(), grid.enlarge(scaled(channel)), batch, channel - from);
            }
            int[] shape = input.shape().clone();
            shape[0] = to - from;
            return new Tensor(shape, batch);
        }

        private float[] scaled(int channel) {
            float[] values = new float[maps.cells()];
            float min = Float.POSITIVE_INFINITY;
            float max = Float.NEGATIVE_INFINITY;
            for (int cell = 0; cell < values.length; cell++) {
                values[cell] = maps.at(channel, cell);
                min = Math.min(min, values[cell]);
                max = Math.max(max, values[cell]);
            }
            for (int cell = 0; cell < values.length; cell++) {
                values[cell] = max > min ? (values[cell] - min) / (max - min) : 0;
            }
            return values;
        }
    }
}
