package vermeer.train.cut;

import java.util.Arrays;
import java.util.Optional;

/**
 * A place to cut a network at.
 *
 * @param value the value of the graph that is cached; every path passes it
 * @param name for people: the layer that writes it
 * @param shape of one picture's value, without the batch
 * @param layers how many layers with weights lie between it and the new head
 * @param parameters how many numbers are trained: those of the layers and of the head, {@code (inputs + 1) x classes}
 * @param refusal why this cut is not possible, as a sentence; empty where it is
 */
public record Cut(String value, String name, int[] shape, int layers, long parameters, Optional<String> refusal) {

    /** The name under which the cut right before the new head is known. */
    public static final String HEAD = "head";

    /** Whether only the head is trained. */
    public boolean headOnly() {
        return layers == 0;
    }

    /** The number of float32 values that are cached for one picture. */
    public long size() {
        return Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact);
    }

    /** The bytes that the features of so many pictures take. */
    public long bytes(long pictures) {
        return Math.multiplyExact(Math.multiplyExact(size(), (long) Float.BYTES), pictures);
    }
}
