package vermeer.attack;

import java.util.List;
import java.util.Optional;

/** All attacks, with their default settings, in the order of the menu. A new attack is one record and one line here. */
public final class Attacks {
    private static final List<Attack> ALL = List.of(
            new Fgsm(),
            new Bim(),
            new MiFgsm(),
            new Pgd(),
            new DeepFool(),
            new CarliniWagner(),
            new OnePixel(),
            new Square(),
            new Patch(),
            new Universal(),
            new UniformNoise(),
            new GaussianNoise());

    private Attacks() {}

    /** Every attack. */
    public static List<Attack> all() {
        return ALL;
    }

    /** The attack of this {@linkplain Attack#name() name}. */
    public static Optional<Attack> named(String name) {
        return ALL.stream().filter(attack -> attack.name().equals(name)).findFirst();
    }
}
