package vermeer.data;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Pictures that are split as one: a group, duplicates, or a single picture. */
record Unit(List<LabelledPicture> pictures) {

    Unit {
        pictures = List.copyOf(pictures);
    }

    List<LabelledPicture> without(Set<String> keys) {
        return pictures.stream()
                .filter(picture -> !keys.contains(picture.key()))
                .toList();
    }

    /** The split of the first picture that has one. */
    Optional<Split> firstOf(Map<String, Split> splits) {
        return pictures.stream()
                .map(picture -> splits.get(picture.key()))
                .filter(Objects::nonNull)
                .findFirst();
    }

    boolean touches(Set<String> parts) {
        return pictures.stream().anyMatch(picture -> parts.contains(picture.part()));
    }

    String key() {
        return pictures.get(0).key();
    }

    /** How many pictures of each class; all of one class where labels shall not count. */
    int[] counts(int classes) {
        int[] counts = new int[classes];
        for (LabelledPicture picture : pictures) {
            counts[classes == 1 ? 0 : picture.label()]++;
        }
        return counts;
    }

    /** Its place in the lottery: depends on the seed and its key only, not on the pictures around it. */
    long lot(long seed) {
        return new SplittableRandom(seed ^ 0x9e3779b97f4a7c15L * key().hashCode()).nextLong();
    }
}
