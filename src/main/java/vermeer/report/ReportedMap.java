package vermeer.report;

import java.util.List;
import java.util.Map;
import vermeer.attribution.Attribution;
import vermeer.attribution.AttributionMethod;
import vermeer.image.Heatmap;
import vermeer.image.Overlay;
import vermeer.model.Target;

/**
 * One map of a picture.
 *
 * @param method what made it, with its settings
 * @param target what it explains
 * @param map raw values
 * @param facts numbers that belong to it, by name
 * @param details texts that belong to it, by name
 * @param overlay how it is laid over the picture
 * @param judgements by each measure that it was judged by; may be empty
 */
public record ReportedMap(
        AttributionMethod method,
        Target target,
        Heatmap map,
        Map<String, Double> facts,
        Map<String, String> details,
        Overlay overlay,
        List<Judgement> judgements) {

    public ReportedMap {
        facts = Map.copyOf(facts);
        details = Map.copyOf(details);
        judgements = List.copyOf(judgements);
    }

    /** A method's answer, in the colours that suit it. */
    public static ReportedMap of(
            AttributionMethod method, Target target, Attribution attribution, List<Judgement> judgements) {
        Heatmap map = attribution.map();
        return new ReportedMap(
                method, target, map, attribution.facts(), attribution.details(), Overlay.suiting(map), judgements);
    }
}
