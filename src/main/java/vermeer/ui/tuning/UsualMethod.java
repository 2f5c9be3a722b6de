package vermeer.ui.tuning;

import java.util.List;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.GradCam;
import vermeer.attribution.Sketch;
import vermeer.attribution.Subject;
import vermeer.image.Heatmap;
import vermeer.job.Progress;
import vermeer.model.ImageModel;
import vermeer.setting.Settings;
import vermeer.ui.investigation.NetworkInput;

/** What explains where nobody chooses a method: Grad-CAM where the network allows it, else the first method that can. */
public record UsualMethod(AttributionMethod method) {

    /** @param methods to choose from, in the order of the palette */
    public static UsualMethod of(ImageModel model, List<AttributionMethod> methods) {
        AttributionMethod usual = new GradCam();
        return new UsualMethod(
                usual.unavailable(model).isEmpty()
                        ? usual
                        : methods.stream()
                                .filter(each -> each.unavailable(model).isEmpty())
                                .findFirst()
                                .orElse(usual));
    }

    /** The method's title with its settings. */
    public String text() {
        List<String> settings = Settings.texts(method).entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
        return settings.isEmpty() ? method.title() : method.title() + " (" + String.join(", ", settings) + ")";
    }

    /**
     * The map of a class.
     *
     * @param index the class's index among the model's class names
     * @apiNote Long-running; call on the compute lane.
     */
    public Heatmap map(ImageModel model, NetworkInput input, int index, Progress progress) throws Exception {
        Subject subject = new Subject(input.tensor(), input.region(), model.target(index));
        return method.explain(model, subject, Sketch.none(), progress).map();
    }
}
