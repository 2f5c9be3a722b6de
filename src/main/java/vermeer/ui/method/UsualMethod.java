package vermeer.ui.method;

import java.util.List;
import java.util.stream.Collectors;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.GradCam;
import vermeer.model.ImageModel;
import vermeer.setting.Settings;

/** The method that explains where nobody chose one, and its words. */
public final class UsualMethod {
    private UsualMethod() {}

    /** Grad-CAM where the network allows it, else the first of these that can explain it. */
    public static AttributionMethod of(ImageModel model, List<AttributionMethod> methods) {
        AttributionMethod usual = new GradCam();
        return usual.unavailable(model).isEmpty()
                ? usual
                : methods.stream()
                        .filter(each -> each.unavailable(model).isEmpty())
                        .findFirst()
                        .orElse(usual);
    }

    /** Its title and, in brackets, its settings. */
    public static String text(AttributionMethod method) {
        String settings = Settings.texts(method).entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return method.title() + (settings.isEmpty() ? "" : " (" + settings + ")");
    }
}
