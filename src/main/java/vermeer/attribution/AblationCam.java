package vermeer.attribution;

import java.util.Arrays;
import java.util.Optional;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Activations;
import vermeer.model.ImageModel;
import vermeer.model.Tail;
import vermeer.setting.Help;
import vermeer.tensor.Tensor;

/**
 * Ablation-CAM: a feature map's weight is how much the target drops when that map alone is set to zero and the network is run from
 * the layer on. No gradient is needed. The paper divides the drop by the target itself, which only scales the map, and would turn it
 * round where the logit is negative; it is left out.
 */
public record AblationCam(
        @Help(CamLayers.HELP) String layer,
        @Help("Whether places that speak against the class become zero.") boolean relu,
        @Help("Whether the drop in the logit or in the probability is the weight.") Measure measure)
        implements ActivationMethod {

    public AblationCam() {
        this(CamLayers.AUTOMATIC, true, Measure.LOGIT);
    }

    @Override
    public String name() {
        return "ablation-cam";
    }

    @Override
    public String title() {
        return "Ablation-CAM";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "Which regions the last feature maps mark, each weighted by what the network loses without it: a class"
                        + " activation map without gradients.",
                "Fine detail; evidence that several feature maps carry together, so that no single one is missed.",
                "1 forward pass, and one run of the network's part behind the layer a feature map: 1280 short ones for"
                        + " MobileNetV2.",
                "Desai, Ramaswamy: Ablation-CAM: visual explanations for deep convolutional network via gradient-free"
                        + " localization (2020)");
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
        return chosen.attribution(
                each -> {
                    Tail tail = model.tail(subject.input(), each.value(), progress.part(0, 0));
                    double[] drops = drops(model, tail, each, subject, chosen.share(each, progress));
                    return FeatureMaps.of(tail.inner(), 0, each).weightedSum(channel -> drops[channel]);
                },
                subject,
                relu,
                title());
    }

    private double[] drops(Activations model, Tail tail, CamLayer layer, Subject subject, Progress progress)
            throws EngineException, CancelledException {
        double whole = measure.of(model, tail.logits(), 0, subject.target());
        double[] drops = new double[layer.channels()];
        Ablated ablated = new Ablated(tail.inner(), layer);
        PlannedBatches.run(Math.max(1, tail.plannedBatch()), drops.length, progress, (from, to, part) -> {
            Tensor logits = tail.logits(ablated.of(from, to), part);
            for (int channel = from; channel < to; channel++) {
                drops[channel] = whole - measure.of(model, logits, channel - from, subject.target());
            }
        });
        return drops;
    }

    /** Copies of a layer's values, each without one channel; one buffer serves every batch. */
    private static final class Ablated {
        private final Tensor inner;
        private final int channels;
        private final boolean channelsLast;
        private Tensor copies = Tensor.zeros(0, 0);
        private int first;

        Ablated(Tensor inner, CamLayer layer) {
            this.inner = inner;
            channels = layer.channels();
            channelsLast = layer.grid().isPresent();
        }

        /** One copy for each of these channels; valid until the next call. */
        Tensor of(int from, int to) {
            if (copies.batch() != to - from) {
                copies = inner.repeat(to - from);
            } else {
                for (int i = 0; i < to - from; i++) {
                    restore(i, first + i);
                }
            }
            for (int i = 0; i < to - from; i++) {
                clear(i, from + i);
            }
            first = from;
            return copies;
        }

        private void clear(int copy, int channel) {
            int item = inner.data().length;
            int offset = copy * item;
            if (channelsLast) {
                for (int i = channel; i < item; i += channels) {
                    copies.data()[offset + i] = 0;
                }
            } else {
                int plane = item / channels;
                Arrays.fill(copies.data(), offset + channel * plane, offset + (channel + 1) * plane, 0);
            }
        }

        private void restore(int copy, int channel) {
            int item = inner.data().length;
            int offset = copy * item;
            if (channelsLast) {
                for (int i = channel; i < item; i += channels) {
                    copies.data()[offset + i] = inner.data()[i];
                }
            } else {
                int plane = item / channels;
                System.arraycopy(inner.data(), channel * plane, copies.data(), offset + channel * plane, plane);
            }
        }
    }
}
