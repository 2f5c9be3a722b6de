package vermeer.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vermeer.image.Heatmap;
import vermeer.image.Layout;
import vermeer.model.ImageModel;
import vermeer.model.Target;
import vermeer.trust.Agreement;

/**
 * How far the maps of one picture and target agree.
 *
 * @param target what they all explain
 */
public record ReportedAgreement(Target target, Agreement agreement) {

    /** One for every target that has at least two maps. */
    public static List<ReportedAgreement> of(ImageModel model, List<ReportedMap> maps) {
        Map<Target, Map<String, Heatmap>> byTarget = new LinkedHashMap<>();
        for (ReportedMap map : maps) {
            byTarget.computeIfAbsent(map.target(), target -> new LinkedHashMap<>())
                    .put(map.titleAmong(maps), map.map());
        }
        int[] shape = model.scores().inputShape();
        Layout layout = model.scores().layout();
        List<ReportedAgreement> agreements = new ArrayList<>();
        byTarget.forEach((target, known) -> {
            if (known.size() > 1) {
                agreements.add(
                        new ReportedAgreement(target, Agreement.of(known, layout.height(shape), layout.width(shape))));
            }
        });
        return agreements;
    }
}
