package vermeer.trust;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import vermeer.image.Heatmap;
import vermeer.setting.Help;
import vermeer.setting.Range;

/**
 * What a network looked at, as regions: places of at least {@code threshold} of the map's largest value, joined with their eight
 * neighbours; the strongest regions by their share of the map's positive evidence.
 *
 * @param threshold share of the largest value from which a place belongs to a region
 * @param most regions listed at most
 */
public record EvidenceRegions(
        @Help("Share of the largest value from which a place belongs to a region.") @Range(min = 0.05, max = 0.95)
                double threshold,
        @Help("Regions listed at most.") @Range(min = 1, max = 50) int most) {

    public EvidenceRegions() {
        this(0.5, 5);
    }

    /** The regions, strongest first; none where the map has no positive value. */
    public List<EvidenceRegion> of(Heatmap map) {
        double total = 0;
        for (float value : map.values()) {
            total += Math.max(0, value);
        }
        if (total == 0) {
            return List.of();
        }
        boolean[] open = new boolean[map.values().length];
        for (int i = 0; i < open.length; i++) {
            open[i] = map.values()[i] >= threshold * map.max();
        }
        List<EvidenceRegion> regions = new ArrayList<>();
        for (int i = 0; i < open.length; i++) {
            if (open[i]) {
                regions.add(grow(map, open, i, total));
            }
        }
        regions.sort(Comparator.comparingDouble(EvidenceRegion::share).reversed());
        return List.copyOf(regions.subList(0, Math.min(most, regions.size())));
    }

    private static EvidenceRegion grow(Heatmap map, boolean[] open, int start, double total) {
        Deque<Integer> edge = new ArrayDeque<>(List.of(start));
        open[start] = false;
        int top = map.height();
        int left = map.width();
        int bottom = 0;
        int right = 0;
        int places = 0;
        double evidence = 0;
        while (!edge.isEmpty()) {
            int place = edge.poll();
            int row = place / map.width();
            int column = place % map.width();
            top = Math.min(top, row);
            left = Math.min(left, column);
            bottom = Math.max(bottom, row + 1);
            right = Math.max(right, column + 1);
            places++;
            evidence += map.values()[place];
            for (int y = Math.max(0, row - 1); y <= Math.min(map.height() - 1, row + 1); y++) {
                for (int x = Math.max(0, column - 1); x <= Math.min(map.width() - 1, column + 1); x++) {
                    int neighbour = y * map.width() + x;
                    if (open[neighbour]) {
                        open[neighbour] = false;
                        edge.add(neighbour);
                    }
                }
            }
        }
        return new EvidenceRegion(top, left, bottom, right, places, evidence / total);
    }
}
