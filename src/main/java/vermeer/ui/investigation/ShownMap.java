package vermeer.ui.investigation;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vermeer.attribution.Attribution;
import vermeer.attribution.AttributionMethod;
import vermeer.image.Heatmap;
import vermeer.model.Target;
import vermeer.setting.Settings;

/**
 * A map and what it is a map of.
 *
 * @param prediction the picture and network it belongs to
 * @param method the method with its settings
 * @param target what is explained
 * @param attribution the answer; of an unfinished map, what is known so far
 * @param unfinished whether it still sharpens
 */
public record ShownMap(
        Prediction prediction, AttributionMethod method, Target target, Attribution attribution, boolean unfinished) {

    public Heatmap map() {
        return attribution.map();
    }

    /** The settings on one line, such as {@code window 32, stride 8}; empty for a method without settings. */
    public String settings() {
        return Settings.line(method);
    }

    /** The facts on one line; empty where there are none. */
    public String facts() {
        return attribution.facts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(fact -> words(fact.getKey()) + " " + number(fact.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String words(String camelCase) {
        return camelCase.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }
}
