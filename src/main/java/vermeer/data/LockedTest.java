package vermeer.data;

import java.io.IOException;
import java.time.Clock;
import java.util.List;

/** The test split: how many there are may always be asked, which they are only by a look that is recorded first. */
public final class LockedTest {
    private final List<LabelledPicture> pictures;

    public LockedTest(List<LabelledPicture> pictures) {
        this.pictures = List.copyOf(pictures);
    }

    public int size() {
        return pictures.size();
    }

    /** How many pictures each of so many classes has. */
    public int[] counts(int classes) {
        return Dataset.counts(pictures, classes);
    }

    /**
     * The pictures, for one evaluation.
     *
     * @param log told of the look before anybody sees a picture
     * @param who what looks and why, in a few words
     * @throws IOException where the look could not be recorded; then nothing is seen
     */
    public List<LabelledPicture> open(LookLog log, String who) throws IOException {
        log.record(new Look(Clock.systemUTC().instant(), who));
        return pictures;
    }

    /** The pictures, for checks that show no network's answers: duplicates, counts, files. */
    public List<LabelledPicture> forChecks() {
        return pictures;
    }
}
