package vermeer.ui.canvas;

import vermeer.attribution.AttributionMethod;
import vermeer.model.Target;
import vermeer.setting.Settings;
import vermeer.ui.investigation.ShownMap;

/**
 * What a map is a map of, in words; always in sight, and exported with it.
 *
 * @param method the method's title
 * @param target the class explained
 * @param settings the settings on one line; may be empty
 * @param facts what belongs to the map, such as its completeness error; may be empty
 * @param unfinished whether the map still sharpens
 */
public record MapTitle(String method, String target, String settings, String facts, boolean unfinished) {

    static MapTitle of(ShownMap map) {
        return new MapTitle(map.method().title(), map.target().name(), map.settings(), map.facts(), map.unfinished());
    }

    /** The title of a map that is being computed. */
    static MapTitle awaited(AttributionMethod method, Target target) {
        return new MapTitle(method.title(), target.name(), Settings.line(method), "", true);
    }

    /** All of it on one line. */
    public String line() {
        StringBuilder line = new StringBuilder(method).append(" of ").append(target);
        if (!settings.isEmpty()) {
            line.append(" (").append(settings).append(')');
        }
        if (!facts.isEmpty()) {
            line.append("; ").append(facts);
        }
        return line.append(unfinished ? "; unfinished" : "").toString();
    }
}
