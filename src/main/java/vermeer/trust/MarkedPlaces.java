package vermeer.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import vermeer.image.Heatmap;
import vermeer.image.MarkedBox;
import vermeer.image.Region;

/**
 * What a map marks, as boxes in the original picture: its strongest regions, and a box that a person drew.
 *
 * @param regions strongest first
 * @param box the person's, with what the map says of it; empty where there is none
 */
public record MarkedPlaces(List<Found> regions, Optional<Boxed> box) {
    /** From this share of the evidence on a region stands out. */
    public static final double OUTSTANDING = 0.05;

    /** Nothing marked. */
    public static final MarkedPlaces NONE = new MarkedPlaces(List.of(), Optional.empty());

    /**
     * A region that the network looked at.
     *
     * @param place in pixels of the original picture
     * @param share of the map's positive evidence, 0 to 1
     */
    public record Found(Region place, double share) {}

    /**
     * A person's box.
     *
     * @param place in pixels of the original picture
     */
    public record Boxed(Region place, PointingTest test) {}

    public MarkedPlaces {
        regions = List.copyOf(regions);
    }

    /** The strongest regions of a map, strongest first. */
    public static List<Found> strongest(Heatmap map) {
        return new EvidenceRegions()
                .of(map).stream()
                        .map(region -> new Found(region.inPicture(map), region.share()))
                        .toList();
    }

    /** The strongest regions, but only those that stand out: a map that is scattered over the picture has none. */
    public static MarkedPlaces outstanding(Heatmap map) {
        return new MarkedPlaces(
                strongest(map).stream()
                        .filter(region -> region.share() >= OUTSTANDING)
                        .toList(),
                Optional.empty());
    }

    /** With a box that a person drew, tested against the map; without one where it is empty. */
    public MarkedPlaces with(Optional<Region> drawn, Heatmap map) {
        return new MarkedPlaces(regions, drawn.map(place -> new Boxed(place, PointingTest.of(map, place))));
    }

    /** The boxes as they are drawn: regions numbered with their shares, then the person's. */
    public List<MarkedBox> boxes() {
        List<MarkedBox> boxes = new ArrayList<>();
        for (int i = 0; i < regions.size(); i++) {
            boxes.add(new MarkedBox(
                    regions.get(i).place(),
                    i + 1 + " · " + percent(regions.get(i).share()),
                    false));
        }
        box.ifPresent(drawn -> boxes.add(new MarkedBox(drawn.place(), "", true)));
        return boxes;
    }

    /**
     * What the boxes say, one sentence each; none where nothing is marked.
     *
     * @param whose the person's box for people, such as {@code The dashed box}
     */
    public List<String> sentences(String whose) {
        List<String> sentences = new ArrayList<>();
        if (!regions.isEmpty()) {
            String shares =
                    regions.stream().map(region -> percent(region.share())).collect(Collectors.joining(", "));
            sentences.add((regions.size() == 1 ? "The boxed region holds " : "The boxed regions hold ") + shares
                    + " of the map's positive values.");
        }
        box.ifPresent(drawn -> sentences.add(drawn.test().sentence(whose)));
        return sentences;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
