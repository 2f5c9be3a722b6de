package vermeer.dream;

import java.util.List;
import java.util.Optional;

/** All dreams, with their default settings, in the order of the menu. A new one is one record and one line here. */
public final class Dreams {
    private static final List<Dream> ALL = List.of(
            new ActivationMaximisation(), new DeepDream(), new FoolingImage(), new Inversion(), new StyleTransfer());

    private Dreams() {}

    /** Every dream. */
    public static List<Dream> all() {
        return ALL;
    }

    /** The dream of this {@linkplain Dream#name() name}. */
    public static Optional<Dream> named(String name) {
        return ALL.stream().filter(dream -> dream.name().equals(name)).findFirst();
    }
}
