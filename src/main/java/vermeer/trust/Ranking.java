package vermeer.trust;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.attribution.Subject;
import vermeer.engine.EngineException;
import vermeer.image.Heatmap;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.ImageModel;

/**
 * Several maps of one picture, best first by one measure, with the controls in the same table.
 *
 * @param rows best first
 * @param disagreement 1 minus the mean rank correlation of the methods' maps with each other: 0 where all agree, 1 where they have
 *     nothing in common
 */
public record Ranking(List<Row> rows, double disagreement) {

    /**
     * One map's place.
     *
     * @param title the method's or control's name for people
     * @param control whether it is a control, which a method should beat
     */
    public record Row(String title, boolean control, Reading reading) {}

    public Ranking {
        rows = List.copyOf(rows);
    }

    /** Ranks maps, by method title, and the controls. */
    public static Ranking of(
            ImageModel model,
            Subject subject,
            Map<String, Heatmap> maps,
            TrustMeasure measure,
            long seed,
            Progress progress)
            throws EngineException, CancelledException {
        List<Row> rows = new ArrayList<>();
        int total = maps.size() + Control.values().length;
        for (Map.Entry<String, Heatmap> entry : maps.entrySet()) {
            Evidence evidence = new Evidence(model, subject, entry.getValue(), Optional.empty());
            rows.add(new Row(entry.getKey(), false, measure.read(evidence, part(progress, rows.size(), total))));
        }
        for (Control control : Control.values()) {
            Heatmap map = control.map(subject, model.scores().layout(), seed);
            Evidence evidence = new Evidence(model, subject, map, Optional.empty());
            rows.add(new Row(control.title(), true, measure.read(evidence, part(progress, rows.size(), total))));
        }
        Comparator<Row> byValue =
                Comparator.comparingDouble(row -> row.reading().value());
        rows.sort(measure.higherIsBetter() ? byValue.reversed() : byValue);
        return new Ranking(rows, disagreement(model, subject, maps));
    }

    private static Progress part(Progress progress, int done, int total) {
        return progress.part((double) done / total, (done + 1.0) / total);
    }

    private static double disagreement(ImageModel model, Subject subject, Map<String, Heatmap> maps) {
        List<float[]> values = maps.values().stream()
                .map(map -> new Evidence(model, subject, map, Optional.empty())
                        .mapAtInput()
                        .values())
                .toList();
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < values.size(); i++) {
            for (int j = i + 1; j < values.size(); j++) {
                sum += RankCorrelation.spearman(values.get(i), values.get(j));
                pairs++;
            }
        }
        return pairs == 0 ? 0 : 1 - sum / pairs;
    }
}
