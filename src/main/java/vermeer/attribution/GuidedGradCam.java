package vermeer.attribution;

import java.util.Optional;
import vermeer.engine.EngineException;
import vermeer.image.Region;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Gradients;
import vermeer.model.ImageModel;
import vermeer.model.Target;
import vermeer.setting.Help;
import vermeer.tensor.Tensor;

/** Guided Grad-CAM: guided backpropagation times the enlarged Grad-CAM of a layer, place by place. */
public record GuidedGradCam(
        @Help(CamLayers.HELP) String layer, @Help("How the channels of a pixel become one value.") Reduction reduce)
        implements ChannelMethod {
    /** The inner map is only enlarged, so where it lies in a picture does not matter. */
    private static final Region NOWHERE = new Region(0, 0, 1, 1);

    public GuidedGradCam() {
        this(CamLayers.AUTOMATIC, Reduction.MAX_ABS);
    }

    @Override
    public String name() {
        return "guided-grad-cam";
    }

    @Override
    public String title() {
        return "Guided Grad-CAM";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "The fine edges of guided backpropagation, kept only where Grad-CAM marks the class.",
                "Why those edges matter: inside the marked region it has guided backpropagation's fault of hardly"
                        + " depending on the model's weights.",
                "2 gradient passes.",
                "Selvaraju and others: Grad-CAM: visual explanations from deep networks (2017)");
    }

    @Override
    public String meaning() {
        return "guided gradient of the logit times Grad-CAM";
    }

    @Override
    public Optional<String> unavailable(ImageModel model) {
        return new GuidedBackprop().unavailable(model).or(() -> new GradCam(layer, true).unavailable(model));
    }

    @Override
    public Tensor channels(Gradients model, Tensor batch, Target target, Progress progress)
            throws EngineException, CancelledException {
        Tensor guided = new GuidedBackprop().channels(model, batch, target, progress.part(0, 0.5));
        float[] values = new float[guided.data().length];
        for (int i = 0; i < batch.batch(); i++) {
            progress.checkCancelled();
            Subject subject = new Subject(batch.item(i), NOWHERE, target);
            float[] mask = mask(model, subject, progress.part(0.5, 1));
            Masking.apply(model, guided.item(i).data(), mask, values, i);
        }
        return new Tensor(batch.shape(), values);
    }

    private float[] mask(Gradients model, Subject subject, Progress progress)
            throws EngineException, CancelledException {
        var map = new GradCam(layer, true)
                .explain(model, subject, Sketch.none(), progress)
                .map();
        int[] shape = model.inputShape();
        return new BilinearGrid(
                        map.height(),
                        map.width(),
                        model.layout().height(shape),
                        model.layout().width(shape))
                .enlarge(map.values());
    }
}
