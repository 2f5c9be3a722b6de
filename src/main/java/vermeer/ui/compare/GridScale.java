package vermeer.ui.compare;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import vermeer.image.Scale;
import vermeer.ui.investigation.ShownMap;

/** Which maps of the grid share one colour scale. */
public enum GridScale {
    OWN("Each map its own scale", "own scale"),
    METHOD("One scale a method", "one scale a method"),
    SHARED("One scale for all", "one scale for all");

    private static final double CLIPPED_AT = 99;

    private final String title;
    private final String note;

    GridScale(String title, String note) {
        this.title = title;
        this.note = note;
    }

    public String title() {
        return title;
    }

    /** What is said on each map. */
    public String note() {
        return note;
    }

    /** The scale of a map among those of the grid that have one. */
    Scale of(ShownMap map, Collection<ShownMap> all) {
        List<Scale> sharing = all.stream()
                .filter(other -> this == SHARED || Objects.equals(other.method(), map.method()))
                .map(GridScale::own)
                .toList();
        return this == OWN ? own(map) : union(own(map), sharing);
    }

    /** As the Explain workspace does it: values of single pixels have outliers, those of regions do not. */
    private static Scale own(ShownMap map) {
        return Scale.of(map.map(), map.attribution().channels().isPresent() ? CLIPPED_AT : 100);
    }

    private static Scale union(Scale first, List<Scale> others) {
        double high = first.high();
        boolean signed = first.low() < 0;
        double percentile = first.percentile();
        for (Scale scale : others) {
            high = Math.max(high, scale.high());
            signed |= scale.low() < 0;
            percentile = Math.min(percentile, scale.percentile());
        }
        return new Scale(signed ? -high : 0, high, percentile);
    }
}
