package vermeer.trust;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import vermeer.image.Heatmap;

/**
 * How far several maps of one picture agree: Spearman's rank correlation of their values, pair by pair.
 *
 * @param titles what made each map, for people
 * @param correlations one row and one column a map, between -1 and 1; 1 on the diagonal
 */
public record Agreement(List<String> titles, List<List<Double>> correlations) {

    public Agreement {
        titles = List.copyOf(titles);
        correlations = correlations.stream().map(List::copyOf).toList();
    }

    /**
     * Compares maps, by title, all of them enlarged to one size first.
     *
     * @param height rows to compare at, usually the network input's
     * @param width columns to compare at
     */
    public static Agreement of(Map<String, Heatmap> maps, int height, int width) {
        List<double[]> ranks = ranks(maps.values(), height, width);
        List<List<Double>> correlations = new ArrayList<>();
        for (int i = 0; i < ranks.size(); i++) {
            List<Double> row = new ArrayList<>();
            for (int j = 0; j < ranks.size(); j++) {
                if (j < i) {
                    row.add(correlations.get(j).get(i));
                } else {
                    row.add(i == j ? 1.0 : RankCorrelation.pearson(ranks.get(i), ranks.get(j)));
                }
            }
            correlations.add(row);
        }
        return new Agreement(List.copyOf(maps.keySet()), correlations);
    }

    private static List<double[]> ranks(Collection<Heatmap> maps, int height, int width) {
        return maps.stream()
                .map(map -> Upsampling.bilinear(map, height, width).values())
                .map(RankCorrelation::ranks)
                .toList();
    }

    /** 1 minus the mean correlation of all pairs: 0 where all agree, 1 where they have nothing in common. */
    public double disagreement() {
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < titles.size(); i++) {
            for (int j = i + 1; j < titles.size(); j++) {
                sum += correlations.get(i).get(j);
                pairs++;
            }
        }
        return pairs == 0 ? 0 : 1 - sum / pairs;
    }
}
