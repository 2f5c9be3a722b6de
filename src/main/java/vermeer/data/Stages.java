package vermeer.data;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Training in two stages, one run each: first on many pictures with weak labels, of which some are wrong, then, from the network
 * of that run, on the few with precise ones.
 *
 * @param weak the parts whose labels are weak
 * @param turn which labels are trained on now
 */
public record Stages(Set<String> weak, Turn turn) {

    /** What a run is trained on. */
    public enum Turn {
        /** Everything at once. */
        ALL("all labels at once"),
        /** The first stage. */
        WEAK("first: weak labels"),
        /** The second stage. */
        PRECISE("then: precise labels");

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
        boolean both = splits.train().stream().anyMatch(isWeak)
                && splits.train().stream().anyMatch(isWeak.negate());
        if (turn == Turn.ALL || !both) {
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
}
