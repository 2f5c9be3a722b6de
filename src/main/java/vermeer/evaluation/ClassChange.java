package vermeer.evaluation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What changed for the pictures of one class from one model to another.
 *
 * @param name the class
 * @param before the first model's recall
 * @param after the second's
 * @param change of the pictures that carry the class
 */
public record ClassChange(String name, Interval before, Interval after, Comparison change) {

    /** Of every class that has pictures, in the order of the classes. */
    public static List<ClassChange> of(Predictions first, Predictions second) {
        return IntStream.range(0, first.classes())
                .filter(k -> IntStream.of(first.labels()).anyMatch(label -> label == k))
                .mapToObj(k -> of(first, second, k))
                .toList();
    }

    private static ClassChange of(Predictions first, Predictions second, int index) {
        int[] own = IntStream.range(0, first.size())
                .filter(i -> first.labels()[i] == index)
                .toArray();
        Predictions before = first.subset(own);
        Predictions after = second.subset(own);
        return new ClassChange(
                first.classNames().get(index),
                Interval.wilson(own.length - before.errors(), own.length),
                Interval.wilson(own.length - after.errors(), own.length),
                Comparison.of(before, after));
    }
}
