package vermeer.trust;

import java.util.Locale;
import vermeer.image.Heatmap;
import vermeer.image.Region;

/**
 * Does a map point at the box that a person drew? (Zhang et al., Top-down neural attention by excitation backprop, 2016; energy in
 * box: Wang et al., Score-CAM, 2020.)
 *
 * @param hit whether the map's largest value lies in the box
 * @param energy the box's share of the map's positive evidence, 0 to 1
 * @param area the box's share of the map, which an even map's energy would equal
 */
public record PointingTest(boolean hit, double energy, double area) {

    /** Judges a map by a box in the pixels of the original picture; a place counts where its centre lies in the box. */
    public static PointingTest of(Heatmap map, Region box) {
        double inside = 0;
        double total = 0;
        int places = 0;
        int strongest = 0;
        boolean hit = false;
        for (int i = 0; i < map.values().length; i++) {
            boolean in = contains(map, box, i);
            double value = Math.max(0, map.values()[i]);
            total += value;
            inside += in ? value : 0;
            places += in ? 1 : 0;
            if (i == 0 || map.values()[i] > map.values()[strongest]) {
                strongest = i;
                hit = in;
            }
        }
        return new PointingTest(hit, total == 0 ? 0 : inside / total, (double) places / map.values().length);
    }

    /**
     * What it says, in one sentence or two.
     *
     * @param whose the box for people, such as {@code Your box}
     */
    public String sentence(String whose) {
        if (area == 0) {
            return whose + " lies outside of what the network sees.";
        }
        return String.format(
                Locale.ROOT,
                "%s holds %.1f %% of the evidence in %.1f %% of the map: %.1f times an even map's share."
                        + " The strongest point lies %s.",
                whose,
                100 * energy,
                100 * area,
                energy / area,
                hit ? "inside (a hit)" : "outside (a miss)");
    }

    private static boolean contains(Heatmap map, Region box, int place) {
        double x = map.region().x() + (place % map.width() + 0.5) * map.region().width() / map.width();
        double y = map.region().y() + (place / map.width() + 0.5) * map.region().height() / map.height();
        return x >= box.x() && x < box.x() + box.width() && y >= box.y() && y < box.y() + box.height();
    }
}
