package vermeer.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.attribution.Attribution;
import vermeer.attribution.AttributionMethod;
import vermeer.image.Colormap;
import vermeer.image.Heatmap;
import vermeer.image.Overlay;
import vermeer.image.Region;
import vermeer.image.Scale;
import vermeer.model.Target;
import vermeer.trust.MarkedPlaces;
import vermeer.trust.Randomisation;

/**
 * One map of a picture.
 *
 * @param method what made it, with its settings
 * @param target what it explains
 * @param map raw values
 * @param facts numbers that belong to it, by name
 * @param details texts that belong to it, by name
 * @param overlay how it is laid over the picture
 * @param marked what is boxed in it, in pixels of the original picture
 * @param judgements by each measure that it was judged by; may be empty
 * @param randomisation whether the method depends on the model, where that was tested
 */
public record ReportedMap(
        AttributionMethod method,
        Target target,
        Heatmap map,
        Map<String, Double> facts,
        Map<String, String> details,
        Overlay overlay,
        MarkedPlaces marked,
        List<Judgement> judgements,
        Optional<Randomisation.Verdict> randomisation) {
    private static final double CLIPPED_AT = 99;
    private static final double OPACITY = 0.5;

    public ReportedMap {
        facts = Map.copyOf(facts);
        details = Map.copyOf(details);
        judgements = List.copyOf(judgements);
    }

    /** The method's title, with its settings where another map of these is of the same method. */
    String titleAmong(List<ReportedMap> maps) {
        boolean twice = maps.stream()
                .anyMatch(map -> map != this
                        && map.method().name().equals(method.name())
                        && !map.method().equals(method));
        return twice ? method.title() + " (" + Content.settings(method) + ")" : method.title();
    }

    /** A method's answer, in the colours that suit it. */
    public static ReportedMap of(
            AttributionMethod method, Target target, Attribution attribution, List<Judgement> judgements) {
        return of(method, target, attribution, judgements, Optional.empty());
    }

    /**
     * A method's answer with all that was found of it. Values of single pixels have outliers that would leave the rest without
     * colour, so their scale ends at a percentile, which the colour bar says.
     */
    public static ReportedMap of(
            AttributionMethod method,
            Target target,
            Attribution attribution,
            List<Judgement> judgements,
            Optional<Randomisation.Verdict> randomisation) {
        Heatmap map = attribution.map();
        Scale scale = Scale.of(map, attribution.channels().isPresent() ? CLIPPED_AT : 100);
        Overlay overlay = new Overlay(Colormap.suiting(scale), scale, OPACITY, true);
        return new ReportedMap(
                method,
                target,
                map,
                attribution.facts(),
                attribution.details(),
                overlay,
                MarkedPlaces.outstanding(map),
                judgements,
                randomisation);
    }

    /** The same map, tested against a box that the user drew, in pixels of the original picture. */
    public ReportedMap with(Optional<Region> box) {
        return new ReportedMap(
                method, target, map, facts, details, overlay, marked.with(box, map), judgements, randomisation);
    }
}
