package vermeer.trust;

import java.util.List;
import java.util.Optional;

/** The measures on offer, in the order in which they are shown. */
public final class TrustMeasures {
    private static final List<TrustMeasure> ALL = List.of(
            new Deletion(),
            new Insertion(),
            new Road(),
            new Infidelity(),
            new MaxSensitivity(),
            new Sparseness(),
            new Complexity());

    private TrustMeasures() {}

    public static List<TrustMeasure> all() {
        return ALL;
    }

    public static Optional<TrustMeasure> named(String name) {
        return ALL.stream().filter(measure -> measure.name().equals(name)).findFirst();
    }
}
