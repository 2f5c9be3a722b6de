package vermeer.data;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws held-out splits by lot. Every class is to have its share in every split, rounded, at least one picture where it has
 * enough, and never its last one or two. Units go, the largest first, where most of their classes is still wanted; single
 * pictures meet the shares exactly.
 *
 * @param classes how many classes are looked at; 1 where labels shall not count
 * @param shares what to hold out, of the pictures drawn from
 * @param seed of the lottery
 */
record Draw(int classes, Map<Split, Double> shares, long seed) {

    /** Puts what is held out into {@code decided}; what stays for training is left out. */
    void draw(List<Unit> units, Map<String, Split> decided) {
        int[] counts = new int[classes];
        units.forEach(unit -> add(counts, unit.counts(classes), 1));
        Map<Split, int[]> wanted = wanted(counts);
        List<Unit> inOrder = units.stream()
                .sorted(Comparator.comparingInt((Unit unit) -> -unit.pictures().size())
                        .thenComparingLong(unit -> unit.lot(seed))
                        .thenComparing(Unit::key))
                .toList();
        for (Unit unit : inOrder) {
            int[] own = unit.counts(classes);
            Split best = Split.TRAIN;
            for (Split split : wanted.keySet()) {
                if (need(wanted.get(split), own) > need(wanted.get(best), own)) {
                    best = split;
                }
            }
            add(wanted.get(best), own, -1);
            if (best != Split.TRAIN) {
                for (LabelledPicture picture : unit.pictures()) {
                    decided.put(picture.key(), best);
                }
            }
        }
    }

    private Map<Split, int[]> wanted(int[] counts) {
        Map<Split, int[]> wanted = new LinkedHashMap<>();
        int[] left = counts.clone();
        wanted.put(Split.TRAIN, left);
        shares.forEach((split, share) -> {
            int[] quota = new int[classes];
            for (int label = 0; label < classes; label++) {
                int rounded = (int) Math.round(share * counts[label]);
                int atLeastOne = share > 0 && counts[label] >= 3 ? Math.max(1, rounded) : rounded;
                int keep = counts[label] >= 3 ? 2 : 1;
                quota[label] = Math.max(0, Math.min(atLeastOne, left[label] - keep));
                left[label] -= quota[label];
            }
            wanted.put(split, quota);
        });
        return wanted;
    }

    private static double need(int[] wanted, int[] own) {
        double need = 0;
        for (int label = 0; label < own.length; label++) {
            need += (double) wanted[label] * own[label];
        }
        return need;
    }

    private static void add(int[] sums, int[] counts, int sign) {
        for (int label = 0; label < counts.length; label++) {
            sums[label] += sign * counts[label];
        }
    }
}
