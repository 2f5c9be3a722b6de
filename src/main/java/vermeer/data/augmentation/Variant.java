package vermeer.data.augmentation;

import java.util.Optional;
import vermeer.data.Example;

/**
 * One form in which a network sees an example. Form 0 is the example as it is.
 *
 * @param example what is shown
 * @param number which form, from 0
 * @param mixed what is laid over it; only where mixup is on
 */
public record Variant(Example example, int number, Optional<Mixed> mixed) {

    /**
     * What is laid over an example.
     *
     * @param example the other one
     * @param share its share, 0 to 0.5
     */
    public record Mixed(Example example, double share) {}

    /** Whether it is the example as it is. */
    public boolean original() {
        return number == 0;
    }

    /** How much of each class it shows; sums to 1. */
    public float[] target(int classes) {
        float[] target = new float[classes];
        float share = mixed.map(other -> (float) other.share()).orElse(0f);
        target[example.label()] += 1 - share;
        mixed.ifPresent(other -> target[other.example().label()] += share);
        return target;
    }
}
