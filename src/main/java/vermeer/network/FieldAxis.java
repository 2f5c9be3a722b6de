package vermeer.network;

import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Which pixels of the input the places of a value see along one axis: place {@code i} those from {@code first[i]} to before
 * {@code end[i]}; none where it sees padding only, and then both are 0.
 */
record FieldAxis(int[] first, int[] end) {

    /** The input itself: every pixel sees itself. */
    static FieldAxis pixels(int extent) {
        return new FieldAxis(
                IntStream.range(0, extent).toArray(),
                IntStream.rangeClosed(1, extent).toArray());
    }

    /** Places that see equal parts of the input, one after the other: a grid of patches. */
    static FieldAxis patches(int count, int extent) {
        return new FieldAxis(
                IntStream.range(0, count)
                        .map(i -> (int) ((long) i * extent / count))
                        .toArray(),
                IntStream.rangeClosed(1, count)
                        .map(i -> (int) ((long) i * extent / count))
                        .toArray());
    }

    int places() {
        return first.length;
    }

    /**
     * What the places of a next value see.
     *
     * @param sources the places of this one that a place of the next is made of; those outside of the axis are padding
     */
    FieldAxis through(int places, IntFunction<IntStream> sources) {
        int[] from = new int[places];
        int[] to = new int[places];
        for (int i = 0; i < places; i++) {
            int[] seen = sources.apply(i)
                    .filter(source -> source >= 0 && source < places() && end[source] > first[source])
                    .toArray();
            from[i] = IntStream.of(seen).map(source -> first[source]).min().orElse(0);
            to[i] = IntStream.of(seen).map(source -> end[source]).max().orElse(0);
        }
        return new FieldAxis(from, to);
    }

    /** What places see that depend on both, the values broadcast. */
    FieldAxis join(FieldAxis other) {
        int places = Math.max(places(), other.places());
        FieldAxis one = broadcast(places);
        FieldAxis two = other.broadcast(places);
        int[] from = new int[places];
        int[] to = new int[places];
        for (int i = 0; i < places; i++) {
            boolean oneSees = one.end[i] > one.first[i];
            boolean twoSees = two.end[i] > two.first[i];
            from[i] = oneSees && twoSees ? Math.min(one.first[i], two.first[i]) : oneSees ? one.first[i] : two.first[i];
            to[i] = Math.max(one.end[i], two.end[i]);
        }
        return new FieldAxis(from, to);
    }

    private FieldAxis broadcast(int places) {
        return places() == places ? this : through(places, i -> IntStream.of(places() == 1 ? 0 : i));
    }

    /** The places of this one, then those of the other. */
    FieldAxis then(FieldAxis other) {
        return new FieldAxis(
                IntStream.concat(IntStream.of(first), IntStream.of(other.first)).toArray(),
                IntStream.concat(IntStream.of(end), IntStream.of(other.end)).toArray());
    }
}
