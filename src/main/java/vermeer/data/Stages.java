package vermeer.data;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Training in two stages: first on many pictures with weak labels, of which some are wrong, then on the few with precise ones.
 * Both are one run, or a run each, where the second begins with the network of the first.
 *
 * @param weak the parts whose labels are weak
 * @param turn which labels are trained on now
 */
public record Stages(Set<String> weak, Turn turn) {

    /** What a run is trained on. */
    public enum Turn {
        /** Everything at once. */
        ALL("all labels at once"),
        /** One stage after the other, in one run. */
        BOTH("weak, then precise"),
        /** The first stage. */
        WEAK("only weak labels"),
        /** The second stage. */
        PRECISE("only precise labels");

        private final String text;

        Turn(String text) {
            this.text = text;
        }

        /** The name for people. */
        public String text() {
            return text;
        }
    }

    public Stages {
        weak = Set.copyOf(weak);
    }

    /** One stage with everything. */
    public static Stages one() {
        return new Stages(Set.of(), Turn.ALL);
    }

    /**
     * The splits of this stage's run: of training only its pictures, all others as they are. Synthetic pictures, whose labels are
     * certain, belong to the second stage. Where nothing is weak, or nothing else, there is one stage.
     */
    public Splits of(Splits splits) {
        Predicate<LabelledPicture> isWeak = picture -> weak.contains(picture.part());
        if (turn == Turn.ALL || turn == Turn.BOTH || !staged(splits)) {
            return splits;
        }
        boolean first = turn == Turn.WEAK;
        return new Splits(
                splits.classes(),
                splits.train().stream().filter(first ? isWeak : isWeak.negate()).toList(),
                first ? List.of() : splits.synthetic(),
                splits.trainDev(),
                splits.dev(),
                splits.test());
    }

    /** The keys of the training pictures that a run of both stages learns from first; empty where a run has one stage. */
    public Set<String> first(Splits splits) {
        Set<String> keys = new LinkedHashSet<>();
        if (turn == Turn.BOTH && staged(splits)) {
            splits.train().stream()
                    .filter(picture -> weak.contains(picture.part()))
                    .forEach(picture -> keys.add(picture.key()));
        }
        return keys;
    }

    private boolean staged(Splits splits) {
        return splits.train().stream()
                        .map(picture -> weak.contains(picture.part()))
                        .distinct()
                        .count()
                > 1;
    }
}
