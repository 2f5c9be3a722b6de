package vermeer.data.augmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import vermeer.data.Example;

/**
 * Which forms of its examples a network is trained on: each as it is, and so many changed ones.
 *
 * @param augmentation how they are changed
 * @param changed changed forms an example, from 0
 * @param multipliers for classes, by name, what {@code changed} is multiplied by; 1 where a class is not named
 * @param seed same seed, same forms, in whatever order they are asked for
 */
public record Variants(Augmentation augmentation, int changed, Map<String, Double> multipliers, long seed) {
    private static final int MOST = 100;

    /** @throws IllegalArgumentException where a count is out of range; the message is a clause */
    public Variants {
        multipliers = Map.copyOf(multipliers);
        if (changed < 0 || changed > MOST) {
            throw new IllegalArgumentException("there may be 0 to " + MOST + " changed forms of a picture");
        }
        if (multipliers.values().stream().anyMatch(factor -> !(factor >= 0 && factor <= MOST))) {
            throw new IllegalArgumentException("a class's multiplier must be 0 to " + MOST);
        }
    }

    /** Examples as they are. */
    public static Variants none() {
        return new Variants(Augmentation.none(), 0, Map.of(), 0);
    }

    /**
     * The forms of these examples: example by example, the original first.
     *
     * @param classes the names of the classes
     */
    public List<Variant> of(List<? extends Example> examples, List<String> classes) {
        List<Variant> all = new ArrayList<>();
        for (Example example : examples) {
            all.add(new Variant(example, 0, Optional.empty()));
            int count = augmentation.nothing() ? 0 : count(classes.get(example.label()));
            for (int number = 1; number <= count; number++) {
                all.add(form(example, number, examples));
            }
        }
        return all;
    }

    /**
     * One changed form of an example.
     *
     * @param number which, from 1
     * @param partners what may be laid over it where mixup is on
     */
    public Variant form(Example example, int number, List<? extends Example> partners) {
        return new Variant(example, number, mixed(example, number, partners));
    }

    private int count(String className) {
        return (int) Math.min(MOST, Math.round(changed * multipliers.getOrDefault(className, 1.0)));
    }

    private Optional<Variant.Mixed> mixed(Example example, int number, List<? extends Example> examples) {
        if (augmentation.mixup() == 0 || examples.size() < 2) {
            return Optional.empty();
        }
        SplittableRandom random = random(example, number, 1);
        Example other = examples.get(random.nextInt(examples.size()));
        return Optional.of(new Variant.Mixed(other, minorShare(augmentation.mixup(), random)));
    }

    /** The smaller of two shares drawn from Beta(alpha, alpha), by Jöhnk's method for alpha up to 1. */
    private static double minorShare(double alpha, SplittableRandom random) {
        for (int attempt = 0; attempt < 100; attempt++) {
            double one = Math.pow(random.nextDouble(), 1 / alpha);
            double other = Math.pow(random.nextDouble(), 1 / alpha);
            if (one + other > 0 && one + other <= 1) {
                double share = one / (one + other);
                return Math.min(share, 1 - share);
            }
        }
        return 0;
    }

    /** The chances of one form: of its change (stream 0), its mixing (1), or of what is mixed in (2). */
    SplittableRandom random(Example example, int number, int stream) {
        long place = 31L * (31L * example.key().hashCode() + number) + stream;
        return new SplittableRandom(seed ^ 0x9e3779b97f4a7c15L * (place + 1));
    }
}
