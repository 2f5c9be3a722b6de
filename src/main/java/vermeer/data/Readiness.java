package vermeer.data;

import java.util.ArrayList;
import java.util.List;

/** Whether a split can be trained on, and what makes its results doubtful. */
public final class Readiness {
    private static final int FEW_TO_TRAIN = 20;
    private static final int FEW_TO_JUDGE = 30;

    private final Splits splits;
    private final List<Concern> concerns = new ArrayList<>();

    private Readiness(Splits splits) {
        this.splits = splits;
    }

    /** The concerns, blocking ones first; none where all is well. */
    public static List<Concern> of(Splits splits) {
        Readiness readiness = new Readiness(splits);
        readiness.classes();
        readiness.training();
        readiness.judging();
        readiness.concerns.sort((one, other) -> Boolean.compare(other.blocking(), one.blocking()));
        return List.copyOf(readiness.concerns);
    }

    /**
     * Returns if the split can be trained on.
     *
     * @throws DataException where it cannot; the message is the first blocking concern
     */
    public static void check(Splits splits) throws DataException {
        for (Concern concern : of(splits)) {
            if (concern.blocking()) {
                throw new DataException(concern.sentence());
            }
        }
    }

    private void classes() {
        if (splits.classes().size() < 2) {
            String only = splits.classes().isEmpty()
                    ? "no class"
                    : "only the class \"" + splits.classes().get(0) + "\"";
            block("There is " + only + "; a network needs two or more to tell apart.");
        }
    }

    private void training() {
        List<String> few = new ArrayList<>();
        int[] counts = Dataset.counts(splits.training(), splits.classes().size());
        for (int label = 0; label < counts.length; label++) {
            String name = "\"" + splits.classes().get(label) + "\"";
            if (counts[label] == 0) {
                block("The class " + name + " has no photos to train on; add some, or leave the class out.");
            } else if (counts[label] < FEW_TO_TRAIN) {
                few.add(name + " (" + counts[label] + ")");
            }
        }
        if (!few.isEmpty()) {
            warn("Fewer than " + FEW_TO_TRAIN + " photos to train on: " + shortened(few)
                    + ". Results for these classes will be poor and uncertain; collect more.");
        }
    }

    private void judging() {
        int dev = splits.size(Split.DEV);
        if (dev == 0) {
            warn("No photos are held out in dev, so nobody can tell how good the network is; hold some out, or add"
                    + " photos.");
            return;
        }
        List<String> absent = new ArrayList<>();
        int[] counts = splits.counts(Split.DEV);
        for (int label = 0; label < counts.length; label++) {
            if (counts[label] == 0) {
                absent.add("\"" + splits.classes().get(label) + "\"");
            }
        }
        if (!absent.isEmpty()) {
            warn("Dev has no photos of " + shortened(absent) + ", so mistakes there stay unseen.");
        }
        if (dev < FEW_TO_JUDGE) {
            warn("Dev has only " + dev + " photos; all its figures will have wide intervals.");
        }
    }

    private static String shortened(List<String> names) {
        int shown = Math.min(names.size(), 5);
        String text = String.join(", ", names.subList(0, shown));
        return names.size() > shown ? text + " and " + (names.size() - shown) + " more" : text;
    }

    private void block(String sentence) {
        concerns.add(new Concern(true, sentence));
    }

    private void warn(String sentence) {
        concerns.add(new Concern(false, sentence));
    }
}
