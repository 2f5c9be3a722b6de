package vermeer.ui.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import vermeer.attribution.AttributionMethod;
import vermeer.model.ImageModel;
import vermeer.model.Target;
import vermeer.session.Explanation;
import vermeer.session.SessionException;
import vermeer.setting.Settings;
import vermeer.ui.investigation.ShownMap;

/**
 * One map that was asked for.
 *
 * @param model the file of the model asked; empty for one without a file
 * @param picture the picture's file
 * @param method with its settings
 * @param target the weighted logits that were explained; empty for whatever class the picture is predicted to be
 */
public record Asked(Optional<Path> model, Path picture, AttributionMethod method, List<Explanation.Weight> target) {

    static Asked of(ShownMap map) {
        return new Asked(
                ModelFile.of(map.prediction().network()),
                map.prediction().picture().file(),
                map.method(),
                Explanation.of(map.method(), map.target(), OptionalInt.empty()).target());
    }

    /** The question as a session holds it. */
    Explanation explanation(int pictureIndex) {
        return new Explanation(method.name(), Settings.texts(method), target, OptionalInt.of(pictureIndex));
    }

    /**
     * What was explained, as the model names it.
     *
     * @param predicted the class that the picture is predicted to be
     * @throws SessionException where the model has no such class
     */
    Target target(ImageModel asked, int predicted) throws SessionException {
        return new Explanation(method.name(), Map.of(), target, OptionalInt.empty()).target(asked, predicted);
    }

    /**
     * What it is, on one line.
     *
     * @param names the model's class names; may be too few while another model is open
     */
    public String text(List<String> names) {
        String settings = Settings.line(method);
        String explained = target.stream()
                .map(weight -> weight.index() < names.size() ? names.get(weight.index()) : "class " + weight.index())
                .collect(Collectors.joining(" rather than "));
        return method.title() + " of " + (explained.isEmpty() ? "the predicted class" : explained)
                + (settings.isEmpty() ? "" : " (" + settings + ")");
    }
}
